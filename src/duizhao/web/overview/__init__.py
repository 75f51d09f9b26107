"""What somebody has to do, a meeting on one page, and what is found by its words: read from all apps, kept in none."""
