"""DZ3xx: what was never filled in, or never belonged to the text."""
