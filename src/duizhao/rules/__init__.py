"""The rules, one folder for each family.

A rule is two files: its function, and its page, whose examples are its tests. `_x.py` holds what rules share.
"""
