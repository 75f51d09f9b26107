"""What changes in accounts, a module each for units, people, grants and entering. Each action is one transaction."""
