"""The pages of accounts, a module each with its swaps."""
