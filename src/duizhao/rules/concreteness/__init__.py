"""DZ4xx: problems without persons, facts or places."""
