"""The parts of a package that say how it is set, as bytes: what is kept until somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.office.limits import MAX_PACKAGE_MARKUP
from duizhao.office.package import Package, Relationship
from duizhao.office.xml import Malformed, parse

Parsed = TypeVar("Parsed")

MOST_EDGES = 30
"""Headers and footers that are looked at; a document of ten sections has as many."""


@dataclass(slots=True)
class Parts:
    """`edges` are headers and footers by the id of their relation."""

    document: bytes
    styles: bytes | None = None
    numbering: bytes | None = None
    theme: bytes | None = None
    settings: bytes | None = None
    edges: Mapping[str, bytes] = field(default_factory=dict)
    markup_left: int = MAX_PACKAGE_MARKUP

    def parsed(self, data: bytes | None, reader: Callable[[bytes], Parsed]) -> Parsed | None:
        """What `reader` makes of a part; None for one that is missing, broken or too much: its format is not known."""
        if data is None:
            return None
        self.markup_left -= data.count(b"<")
        if self.markup_left < 0:
            return None
        try:
            return reader(data)
        except Malformed:
            return None

    def tree(self, data: bytes | None) -> etree._Element | None:
        return self.parsed(data, parse)


def gather(
    package: Package,
    relations: Iterable[Relationship],
    document: bytes,
    styles: bytes | None,
    numbering: bytes | None,
) -> Parts:
    """The parts beside those that reading the text has opened already."""
    targets: dict[str, str] = {}
    edges: dict[str, bytes] = {}
    for relation in relations:
        if relation.kind not in {"header", "footer"}:
            targets.setdefault(relation.kind, relation.target)
        elif len(edges) < MOST_EDGES and (data := _read(package, relation.target)) is not None:
            edges[relation.key] = data
    theme, settings = (_read(package, targets.get(kind, "")) for kind in ("theme", "settings"))
    return Parts(document, styles, numbering, theme, settings, edges)


def _read(package: Package, part: str) -> bytes | None:
    try:
        return package.read(part)
    except UnreadableDocument:
        # The text can be read without it.
        return None
