"""DZ8xx: passages that a filed document has too; only with an index, and never a verdict."""
