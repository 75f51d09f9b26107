"""What was done: entries that are only ever added, each chained to the one before."""
