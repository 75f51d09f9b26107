"""The pages of talks, a module each."""
