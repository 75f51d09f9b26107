"""What a point says: facts, who acts, by when, hedges and praise."""
