"""A backup of a whole data folder, made while the site runs, and put back into an empty one.

It imports no app: what lies in a data folder is copied as it is.
"""
