"""What became of the opinions: replies seen as a whole, ledger rows announced for a time, results appraised by code."""
