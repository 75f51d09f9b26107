"""Workbooks that people saved, with any program: cells, formulas and sheets, changed in place in their XML."""
