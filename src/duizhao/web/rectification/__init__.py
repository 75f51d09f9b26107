"""The life of a row of a ledger: who answers for it, what was done, the files that show it, who accepted it."""
