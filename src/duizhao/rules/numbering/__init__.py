"""DZ2xx: how headings and items count."""
