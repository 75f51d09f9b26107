"""A Word package whose parts are read as the characters of their XML."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from duizhao.office.package import Package, Relationship
from duizhao.review.tags import Xml


class Opened:
    """`main` is the name of the part with the text, "" where there is none."""

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(BytesIO(data), name)
        self.main = _first(self.package.relationships(""), "officeDocument") or ""
        self._relations = self.package.relationships(self.main)

    def target(self, kind: str) -> str | None:
        """The name of the part that the main one points to as its `kind`."""
        return _first(self._relations, kind)

    def related(self, kind: str) -> Xml | None:
        """The part that the main one points to as its `kind`."""
        part = self.target(kind)
        return self.read(part) if part else None

    def read(self, part: str) -> Xml | None:
        """The part so called. Raises UnreadableDocument where it is no XML, or in no encoding that we write."""
        data = self.package.read(part)
        if data is None:
            return None
        if part != self.main:
            # The text has been parsed when it was read.
            self.package.parse(data, part)
        try:
            return Xml.of(data)
        except UnicodeDecodeError:
            raise self.package.refuse(
                f"{part} 不是合法的 UTF-8，文件已损坏；请重新取得原件"
            ) from None


def _first(relations: Iterable[Relationship], kind: str) -> str | None:
    return next((each.target for each in relations if each.kind == kind and each.target), None)
