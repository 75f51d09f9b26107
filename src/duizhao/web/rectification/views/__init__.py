"""The pages of the rectification, a module each."""
