"""What a superior sees of many units: how far they are, what is due, what they share; by files or in one place."""
