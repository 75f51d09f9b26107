"""Builds what is given to offices: a folder for Windows, folders of wheels for Linux. docs/release.md"""
