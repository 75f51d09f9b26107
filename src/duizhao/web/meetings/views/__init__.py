"""The pages of meetings, a module each."""
