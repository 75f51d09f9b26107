"""DZ8xx: passages that a filed document has too. They need an index, and never give a verdict."""
