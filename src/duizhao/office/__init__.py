"""Office Open XML files: packages read within limits and written, their XML, and the names that Word uses in it.

Import the modules themselves: some need lxml, which a text file does not wait for.
"""
