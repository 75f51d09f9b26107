"""The pages of the roster, a module each."""
