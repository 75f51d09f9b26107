"""The pages of minutes, a module each."""
