"""The rules, one folder for each family.

A rule is two files: its function, and its page with the examples that test it. `_x.py` holds what rules share.
"""
