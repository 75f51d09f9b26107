"""The papers of a meeting: filled with what is known of it, with blanks where a person must write."""
