"""The sheet 汇总: counts as formulas, written anew, and kept right by an update."""
