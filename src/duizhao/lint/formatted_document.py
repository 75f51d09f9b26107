"""A formatted document: each part of a Word file with its role, its format and the layout that it should have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from duizhao.document import Document, parts
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern
from duizhao.text.value import value

if TYPE_CHECKING:
    from duizhao.layout import Layout, Look, Role
    from duizhao.lint.reading import Reading
    from duizhao.office.typography import (
        FormattedParagraph,
        FormattedRun,
        PageFormat,
        RunFormat,
        Typography,
    )

BLANKS = LazyPattern("[ \u00a0\u3000\t]*")


HAN = LazyPattern("[㐀-鿿]+")
"""Chinese characters."""


@value
class FormattedSpan:
    """A part of a paragraph that has one role. `is_first`: it opens the paragraph.

    `format` is the format of most of its Chinese characters, None if it has none. `blanks` were typed before it.
    """

    span: Span
    role: Role
    look: Look
    paragraph: FormattedParagraph
    runs: tuple[FormattedRun, ...]
    format: RunFormat | None
    is_first: bool
    blanks: str = ""


@value
class FormattedDocument:
    """A document with its typography and the layout that it should have, without tables and text boxes."""

    document: Document
    typography: Typography
    layout: Layout
    parts: tuple[FormattedSpan, ...]

    def in_roles(self, *roles: str) -> tuple[FormattedSpan, ...]:
        """The parts with one of these roles, named as in a layout file; `heading` means every level."""
        found = self._found.get(roles)
        if found is None:
            wanted = [self._by_role[role] for role in self._by_role if _is_named(role, roles)]
            # Most rules ask for the same few roles.
            found = self._found[roles] = (
                tuple(sorted(chain(*wanted), key=_start)) if len(wanted) > 1 else tuple(*wanted)
            )
        return found

    @cached_property
    def _found(self) -> dict[tuple[str, ...], tuple[FormattedSpan, ...]]:
        return {}

    @cached_property
    def _by_role(self) -> dict[Role, list[FormattedSpan]]:
        groups: dict[Role, list[FormattedSpan]] = {}
        for each in self.parts:
            groups.setdefault(each.role, []).append(each)
        return groups

    @cached_property
    def text(self) -> str:
        return self.document.text

    def opening(self, page: PageFormat) -> Span:
        """The first line of text on pages with this set-up: faults of the set-up are shown there."""
        for paragraph in self.typography.paragraphs:
            if paragraph.span.start >= page.span.start and paragraph.runs:
                return paragraph.span
        return Span(page.span.start, page.span.start)


def formatted_documents(reading: Reading) -> Iterator[FormattedDocument]:
    """The formatted document of a reading; nothing for plain text and converted files, which have no format."""
    if reading.source.typography is None:
        return
    # Imported here and below so that checking plain text does not pay for it.
    from duizhao.office.typography import typography_of

    typography = typography_of(reading.source)
    if typography is None or not typography.paragraphs:
        return
    from duizhao.layout import standard_layout

    layout = reading.layout or standard_layout()
    spans = _formatted_spans(reading.document, typography, layout)
    yield FormattedDocument(reading.document, typography, layout, tuple(spans))


def _formatted_spans(
    document: Document, typography: Typography, layout: Layout
) -> Iterator[FormattedSpan]:
    for span, role in parts(document):
        for paragraph in _paragraphs(typography, span):
            if paragraph.place == "body" and paragraph.runs:
                yield _formatted_span(document.text, span, role, layout.roles[role], paragraph)


def _paragraphs(typography: Typography, span: Span) -> Iterator[FormattedParagraph]:
    """The Word paragraphs that a part of the text touches: several only if its lines were joined."""
    at = span.start
    while at < span.end and (found := typography.at(at)):
        yield found
        following = typography.after(found)
        if following is None:
            return
        at = max(at + 1, following.span.start)


def _formatted_span(
    text: str, span: Span, role: Role, look: Look, paragraph: FormattedParagraph
) -> FormattedSpan:
    whole = paragraph.span
    start, end = max(span.start, whole.start), min(span.end, whole.end)
    if (start, end) == whole:
        cut, runs, is_first = whole, paragraph.runs, True
    else:
        cut = Span(start, end)
        runs, is_first = tuple(paragraph.within(cut)), not text[whole.start : start].strip()
    blanks = BLANKS.match(text, whole.start, end) if is_first else None
    return FormattedSpan(
        span=cut,
        role=role,
        look=look,
        paragraph=paragraph,
        runs=runs,
        format=_prevailing_format(text, runs),
        is_first=is_first,
        blanks=blanks[0] if blanks else "",
    )


def _prevailing_format(text: str, runs: Sequence[FormattedRun]) -> RunFormat | None:
    # Equal formats of a document are one value: their identity is compared, which costs no hash of eight fields.
    if len(runs) == 1:
        return runs[0].format if HAN.search(text, *runs[0].span) else None
    counts: dict[int, int] = {}
    formats: dict[int, RunFormat] = {}
    for run in runs:
        count = sum(map(len, HAN.findall(text, *run.span)))
        if count:
            key = id(run.format)
            counts[key] = counts.get(key, 0) + count
            formats[key] = run.format
    most = max(counts, key=counts.__getitem__, default=None)
    return None if most is None else formats[most]


def _is_named(role: Role, names: Collection[str]) -> bool:
    return role.value in names or (bool(role.level) and "heading" in names)


def _start(part: FormattedSpan) -> int:
    return part.span.start
