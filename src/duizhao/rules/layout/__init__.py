"""DZ7xx: the format of a Word file, compared with GB/T 9704 or the unit's own layout."""
