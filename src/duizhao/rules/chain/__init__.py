"""DZ5xx: the chain of problem, cause and measure, and its gaps."""
