"""DZ5xx: problem, cause, measure: what is left without an answer."""
