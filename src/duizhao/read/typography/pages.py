"""The sections of a document → its page formats with their page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from duizhao.office.typography import PageFormat, PageNumberFormat
from duizhao.office.wordml import child, is_on, value, word
from duizhao.office.xml import whole_number
from duizhao.read.typography.cascade import Cascade
from duizhao.read.typography.edges import page_numbers
from duizhao.read.typography.lengths import length
from duizhao.read.typography.parts import TypographyParts
from duizhao.text import Span

RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
REFERENCES = {
    tag: name == "headerReference"
    for name in ("headerReference", "footerReference")
    for tag in word(name)
}
MAX_SECTIONS = 200
LETTER = (12240, 15840)
"""The paper of a section that names none, as in Word."""

SectionEnd = tuple[etree._Element, int]
"""A w:sectPr, and the place in the text where its section ends."""

References = dict[tuple[bool, str], str]


def page_formats(
    sections: Iterable[SectionEnd], parts: TypographyParts, cascade: Cascade
) -> Iterator[PageFormat]:
    """The page formats in text order. A section without headers of its own has those of the section before."""
    edges = _PageNumbers(parts, cascade)
    references: References = {}
    start = 0
    for at, (element, end) in enumerate(sections):
        if at == MAX_SECTIONS:
            return
        references = {**references, **_references(element)}
        yield _page(element, Span(start, max(start, end)), edges.numbers(references))
        start = max(start, end)


class _PageNumbers:
    """Headers and footers, each parsed once."""

    def __init__(self, parts: TypographyParts, cascade: Cascade) -> None:
        self._parts = parts
        self._cascade = cascade
        self._known: dict[tuple[bool, str, str], tuple[PageNumberFormat, ...]] = {}

    def numbers(self, references: References) -> tuple[PageNumberFormat, ...]:
        return tuple(
            each
            for (in_header, kind), key in references.items()
            for each in self._numbers(in_header, kind, key)
        )

    def _numbers(self, in_header: bool, kind: str, key: str) -> tuple[PageNumberFormat, ...]:
        asked = (in_header, kind, key)
        if asked not in self._known:
            root = self._parts.tree(self._parts.edges.get(key))
            found = () if root is None else page_numbers(root, kind, in_header, self._cascade)
            self._known[asked] = tuple(found)
        return self._known[asked]


def _references(section: etree._Element) -> References:
    found: References = {}
    for inner in section.iterchildren(*REFERENCES):
        key = next((key for name in RELATIONS if (key := inner.get(name))), "")
        found[REFERENCES[str(inner.tag)], value(inner, "type") or "default"] = key
    return found


def _page(section: etree._Element, span: Span, numbers: tuple[PageNumberFormat, ...]) -> PageFormat:
    paper, margins, grid = (child(section, name) for name in ("pgSz", "pgMar", "docGrid"))
    columns = child(section, "cols")
    gutter = _or(length(margins, "gutter"), 0)
    return PageFormat(
        span,
        width=_or(length(paper, "w"), LETTER[0]),
        height=_or(length(paper, "h"), LETTER[1]),
        top=abs(_or(length(margins, "top"), 1440)),
        bottom=abs(_or(length(margins, "bottom"), 1440)),
        left=_or(length(margins, "left"), 1440) + gutter,
        right=_or(length(margins, "right"), 1440),
        header=_or(length(margins, "header"), 720),
        footer=_or(length(margins, "footer"), 720),
        columns=1 if columns is None else max(1, min(100, whole_number(value(columns, "num"), 1))),
        landscape=paper is not None and value(paper, "orient") == "landscape",
        grid="" if grid is None else _grid(value(grid, "type")),
        line_pitch=_or(length(grid, "linePitch"), 0),
        char_space=_or(length(grid, "charSpace"), 0),
        has_first=bool(is_on(child(section, "titlePg"))),
        numbers=numbers,
    )


def _grid(kind: str | None) -> str:
    return kind if kind in {"lines", "linesAndChars", "snapToChars"} else ""


def _or(given: int | None, default: int) -> int:
    return default if given is None else given
