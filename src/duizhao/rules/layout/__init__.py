"""How a Word file is set, held against GB/T 9704 or the unit's own layout."""
