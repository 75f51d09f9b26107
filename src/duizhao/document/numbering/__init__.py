"""Numbers before lines: what is one, and which make a list."""
