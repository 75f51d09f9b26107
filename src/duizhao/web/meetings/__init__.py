"""The dossier of a meeting: its plan, the people who come, what was studied, the files that belong to it."""
