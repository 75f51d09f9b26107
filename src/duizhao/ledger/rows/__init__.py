"""The ledger's own sheet, 整改台账: written anew, read back, brought up to date in place."""
