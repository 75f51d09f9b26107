"""How long an editor waits for findings."""
