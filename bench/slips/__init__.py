"""The slip detector on sentences of ours: how many slips it finds, how often it is wrong."""
