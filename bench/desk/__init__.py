"""How long the desk lets people wait."""
