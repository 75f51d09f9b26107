"""The parts of a package that its typography is read from, kept until it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.office.limits import MAX_PACKAGE_MARKUP
from duizhao.office.package import Package, Relationship
from duizhao.office.xml import Malformed, parse
from duizhao.read.kept_part import KeptPart
from duizhao.read.styles import Styles

MAX_EDGES = 30
"""Headers and footers that are looked at; a document of ten sections has as many."""


@dataclass(slots=True)
class TypographyParts:
    """`edges` are headers and footers by the id of their relationship."""

    document: KeptPart
    styles: Styles | None = None
    numbering: KeptPart | None = None
    theme: bytes | None = None
    settings: bytes | None = None
    edges: Mapping[str, bytes] = field(default_factory=dict)
    markup_left: int = MAX_PACKAGE_MARKUP

    def tree(self, data: bytes | None) -> etree._Element | None:
        """The root of a part; None for one that is missing, broken or too large: its format is not known then."""
        if data is None:
            return None
        self.markup_left -= data.count(b"<")
        if self.markup_left < 0:
            return None
        try:
            return parse(data)
        except Malformed:
            return None


def gather(
    package: Package,
    relationships: Iterable[Relationship],
    document: KeptPart,
    styles: Styles | None,
    numbering: KeptPart | None,
) -> TypographyParts:
    """The parts that the text was read from, and those that only the typography needs."""
    targets: dict[str, str] = {}
    edges: dict[str, bytes] = {}
    for each in relationships:
        if each.kind not in {"header", "footer"}:
            targets.setdefault(each.kind, each.target)
        elif len(edges) < MAX_EDGES and (data := _read(package, each.target)) is not None:
            edges[each.key] = data
    theme, settings = (_read(package, targets.get(kind, "")) for kind in ("theme", "settings"))
    return TypographyParts(document, styles, numbering, theme, settings, edges)


def _read(package: Package, part: str) -> bytes | None:
    try:
        return package.read(part)
    except UnreadableDocument:
        # The text can be read without it.
        return None
