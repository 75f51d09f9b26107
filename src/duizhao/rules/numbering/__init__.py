"""DZ2xx: the numbering of headings and items."""
