"""A Word package with the parts that a review reads as the characters of their XML."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from duizhao.office.package import Package, Relationship
from duizhao.office.xml_text import XmlText


class DocxParts:
    """`main` is the name of the part with the text, "" if the package has no such part."""

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(BytesIO(data), name)
        self.main = _first(self.package.relationships(""), "officeDocument") or ""
        self._relationships = self.package.relationships(self.main)

    def target(self, kind: str) -> str | None:
        """The name of the part that the main part points to as its `kind`."""
        return _first(self._relationships, kind)

    def related(self, kind: str) -> XmlText | None:
        """The part that the main part points to as its `kind`."""
        part = self.target(kind)
        return self.read(part) if part else None

    def read(self, part: str) -> XmlText | None:
        """The part of this name, or None. Raises UnreadableDocument for one that is not XML in a known encoding."""
        # The main part was parsed when the text was read.
        return self.package.text(part, is_parsed=part == self.main)


def _first(relationships: Iterable[Relationship], kind: str) -> str | None:
    return next((each.target for each in relationships if each.kind == kind and each.target), None)
