"""A workbook in the middle of an update: the parts that are to be written anew."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from duizhao.ledger.saved.find import Found
from duizhao.ledger.saved.frame import XML, forget_order
from duizhao.office.cell import fit, is_formula_like
from duizhao.office.package_edit import PackageEdit


@dataclass(slots=True)
class Applied:
    """The parts of the package that are to be written anew."""

    found: Found
    edit: PackageEdit

    def keep(self, name: str) -> None:
        """Take the sheet `name` as it is now."""
        book = self.found.book
        self.edit.put(book.sheets[name], etree.tostring(book.grid(name).root, **XML))

    def put(self, name: str, row: int, at: int, value: str, style: str | None) -> None:
        """Text into a cell of the sheet `name`, in a style that keeps it from being taken for a formula."""
        book, text = self.found.book, fit(value)
        if is_formula_like(text) and book.styles:
            style = book.styles.quoted(style)
        book.grid(name).put(row, at, text, style)

    def bytes(self) -> bytes:
        book = self.found.book
        styles = book.shared("styles")
        if book.styles and book.styles.is_changed and styles:
            self.edit.put(styles, etree.tostring(book.styles.root, **XML))
        if any(book.grid(name).lost_formula for name in book.sheets):
            forget_order(self.edit, book)
        self.edit.put(book.part, etree.tostring(book.root, **XML))
        return self.edit.to_bytes()
