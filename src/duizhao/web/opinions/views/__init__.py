"""The pages of opinions, a module each."""
