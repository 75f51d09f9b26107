"""The pages of the statements of a meeting, a module each."""
