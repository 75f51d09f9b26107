"""DZ3xx: blanks that were never filled in, and text that never belonged to the statement."""
