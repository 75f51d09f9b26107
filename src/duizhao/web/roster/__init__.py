"""The people and departments of a unit, entered once: whether they have accounts or not."""
