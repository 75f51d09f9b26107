"""A table of a Word file → a block: columns fitted to the type area, text in the body face at a size that fits."""

from duizhao.typeset.table.plan import table_block

__all__ = ["table_block"]
