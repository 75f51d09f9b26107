"""DZ4xx: problems that name nobody, nothing, nowhere."""
