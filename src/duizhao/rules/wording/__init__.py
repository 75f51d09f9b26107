"""DZ6xx: slips, punctuation, repetition."""
