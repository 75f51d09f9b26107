"""Kills a site that people work on, and compares what was acknowledged with what is there."""
