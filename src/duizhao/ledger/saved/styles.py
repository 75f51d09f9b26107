"""The styles of a workbook, to which one may be added: the same face, for text that looks like a formula."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree


class Styles:
    """The cell formats of `xl/styles.xml`, called by their number as cells do."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._ns = f"{{{etree.QName(root).namespace or ''}}}"
        self._quoted: dict[str, str] = {}

    @property
    def is_changed(self) -> bool:
        return bool(self._quoted)

    def quoted(self, style: str | None) -> str | None:
        """The number of a format that is as this one, and keeps its text from being taken for a formula."""
        formats = self.root.find(self._ns + "cellXfs")
        number = style or "0"
        if formats is None or not number.isdigit() or int(number) >= len(formats):
            return style
        if formats[int(number)].get("quotePrefix") in {"1", "true"}:
            return number
        if number not in self._quoted:
            made = deepcopy(formats[int(number)])
            made.set("quotePrefix", "1")
            formats.append(made)
            formats.set("count", str(len(formats)))
            self._quoted[number] = str(len(formats) - 1)
        return self._quoted[number]
