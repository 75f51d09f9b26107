"""A document as it is set on paper: each part with its role and its format, beside the figures that hold for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from duizhao.document import Document, is_attachment_label, may_be_attachment_title, parts
from duizhao.text import Span

if TYPE_CHECKING:
    from duizhao.layout import Layout, Look, Role
    from duizhao.lint.reading import Reading
    from duizhao.text.typography import PageFormat, RunFormat, SetParagraph, SetRun, Typography

NOTE = "attachment-note"
BLANKS = re.compile("[ \u00a0\u3000\t]*")


@cache
def han() -> re.Pattern[str]:
    """Matches a Chinese character."""
    return re.compile("[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph that has one role. `is_first`: it opens the paragraph.

    `format` is that of most of its Chinese characters; None where it has none. `blanks` were typed in front of it.
    """

    span: Span
    role: Role
    look: Look
    paragraph: SetParagraph
    runs: tuple[SetRun, ...]
    format: RunFormat | None
    is_first: bool
    blanks: str = ""


@dataclass(frozen=True)
class Sheet:
    """A document with its typography and the layout that it ought to have; tables and text boxes are left out."""

    document: Document
    typography: Typography
    layout: Layout
    stretches: tuple[Stretch, ...]

    def of(self, *roles: str) -> tuple[Stretch, ...]:
        """The stretches of some roles, named as in a layout file; `heading` is one of any level."""
        wanted = frozenset(roles)
        return tuple(each for each, names in self._named if names & wanted)

    @cached_property
    def _named(self) -> list[tuple[Stretch, frozenset[str]]]:
        """Each stretch with the names of its role; they are asked for by every rule."""
        names = {
            role: frozenset((role.value, "heading") if role.level else (role.value,))
            for role in {each.role for each in self.stretches}
        }
        return [(each, names[each.role]) for each in self.stretches]

    @cached_property
    def text(self) -> str:
        return self.document.text

    def opening(self, page: PageFormat) -> Span:
        """The first line of text that a page set-up holds for: where its faults are shown."""
        for paragraph in self.typography.paragraphs:
            if paragraph.span.start >= page.span.start and paragraph.runs:
                return paragraph.span
        return Span(page.span.start, page.span.start)


def sheets(reading: Reading) -> Iterator[Sheet]:
    """The sheet of a reading; none for what is not set: plain text, converted files."""
    typography = reading.source.typography
    if typography is None or not typography.paragraphs:
        return
    # Imported here: plain text does not wait for it.
    from duizhao.layout import standard

    layout = reading.layout or standard()
    stretches = _stretches(reading.document, typography, layout)
    yield Sheet(reading.document, typography, layout, tuple(stretches))


def _stretches(document: Document, typography: Typography, layout: Layout) -> Iterator[Stretch]:
    looks = {role.value: (role, look) for role, look in layout.roles.items()}
    for span, name in _with_attachments(document.text, parts(document)):
        for paragraph in _paragraphs(typography, span):
            if paragraph.place == "body" and paragraph.runs:
                role, look = looks[name]
                yield _stretch(document.text, span, role, look, paragraph)


def _with_attachments(text: str, named: list[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The parts with the label and the title at the head of each attachment called what they are."""
    begun = False
    for at, (span, name) in enumerate(named):
        said = span.of(text).strip()
        following = [each.of(text).strip() for each, kind in named[at + 1 : at + 2] if kind == NOTE]
        if begun and name == "body" and may_be_attachment_title(said):
            yield span, "attachment-title"
            begun = False
        elif begun := name in ("body", NOTE) and is_attachment_label(said, following):
            yield span, "attachment-label"
        else:
            yield span, name


def _paragraphs(typography: Typography, span: Span) -> Iterator[SetParagraph]:
    """The paragraphs that a part of the text touches: one, unless its lines were joined."""
    at = span.start
    while at < span.end and (found := typography.at(at)):
        yield found
        following = typography.after(found)
        if following is None:
            return
        at = max(at + 1, following.span.start)


def _stretch(text: str, span: Span, role: Role, look: Look, paragraph: SetParagraph) -> Stretch:
    cut = Span(max(span.start, paragraph.span.start), min(span.end, paragraph.span.end))
    runs = tuple(paragraph.within(cut))
    before = text[paragraph.span.start : cut.start]
    is_first = not before.strip()
    blanks = BLANKS.match(text, paragraph.span.start, cut.end)
    return Stretch(
        cut, role, look, paragraph, runs, _most(text, runs), is_first,
        blanks[0] if blanks and is_first else "",
    )  # fmt: skip


def _most(text: str, runs: Iterable[SetRun]) -> RunFormat | None:
    counts: dict[RunFormat, int] = {}
    for run in runs:
        count = len(han().findall(text, *run.span))
        if count:
            counts[run.format] = counts.get(run.format, 0) + count
    return max(counts, key=lambda each: counts[each], default=None)
