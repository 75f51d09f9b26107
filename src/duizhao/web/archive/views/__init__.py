"""The pages of archives, one a module."""
