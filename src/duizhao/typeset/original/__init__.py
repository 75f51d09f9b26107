"""What stands in a Word file besides its words: tables and pictures, each with its place in the text."""

from duizhao.typeset.original.image_file import ImageFile
from duizhao.typeset.original.place import PlacedObjects, PlacedPicture, PlacedTable, placed_objects
from duizhao.typeset.original.shapes import CellShape, PictureShape, RowShape, TableShape

__all__ = [
    "CellShape",
    "ImageFile",
    "PictureShape",
    "PlacedObjects",
    "PlacedPicture",
    "PlacedTable",
    "RowShape",
    "TableShape",
    "placed_objects",
]
