"""The pages of a superior, and of who reports to one."""
