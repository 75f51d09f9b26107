"""The statements of a meeting: handed in by their authors or the clerk, reviewed, returned with reasons, commented."""
