"""The rules, a folder a family. A rule is two files: its function, and its page whose examples are its tests."""
