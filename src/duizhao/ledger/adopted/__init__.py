"""A ledger that an office keeps itself, in Excel or as a table in Word: its heads are matched with our columns."""
