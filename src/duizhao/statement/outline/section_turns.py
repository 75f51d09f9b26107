"""Finds the sections that a lead-in above them makes problems, causes or measures: 出现这几个问题，原因有几条：."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from duizhao.document import Document, Heading, Paragraph, Section
from duizhao.profiles import ChapterKind
from duizhao.statement.cues import Cues
from duizhao.statement.outline.kinds import kinds
from duizhao.statement.outline.lead_in import (
    CAUSE_SENTENCE,
    COUNTS,
    LONGEST_LEAD_IN,
    ORDER,
    SUMS_UP,
    announced,
    lists_opinions,
    may_turn,
    promises,
)
from duizhao.text.pattern import LazyPattern

LONGEST_LABEL = 8
# 原因：一、图省事。⏎二、爱热闹。
FIRST_IN_LINE = LazyPattern("[^。；：:\n]{2,20}[：:]\\s*([（(]?[一1][）)、.．])")
SECOND = LazyPattern("[（(]?[二2][）)、.．]")
TurnedSection = tuple[Section, ChapterKind | None]
"""A section with the kind that a lead-in gives it; None if its place and title decide."""


@dataclass(slots=True)
class SectionTurns:
    """Looks for lead-ins where the numbers of sections begin anew. `leads` are the starts of those found."""

    document: Document
    leads: set[int] = field(default_factory=set)
    announces_measures: bool = False
    _with_causes: set[int] = field(default_factory=set)

    def of_chapters(
        self, sections: Sequence[Section], preamble: Sequence[Paragraph] = ()
    ) -> Iterator[TurnedSection]:
        """Every chapter with its turn. What is counted before the first lead-in of causes is problems."""
        turns = self._turns(sections, ORDER)
        if (
            preamble
            and sections
            and _number(sections[0]) == 2
            and self._opened_ahead(preamble[-1], sections[0]) is ChapterKind.PROBLEMS
        ):
            turns[0] = ChapterKind.PROBLEMS
        if sections and preamble and _number(sections[0]) == 1 and not self._tells(sections[0]):
            opened = self._announced(preamble[-1])
            if lists_opinions(self.document.text, *preamble[-1].span):
                turns[0] = ChapterKind.OPINIONS
            elif opened and (opened is ChapterKind.PROBLEMS or self._is_bare_label(preamble[-1])):
                turns[0] = opened
        if turns and (first := min(turns)) and turns[first] is ChapterKind.CAUSES:
            begun = first - _number(sections[first - 1])
            if begun >= 0 and not any(map(self._tells, sections[begun:first])):
                turns[begun] = ChapterKind.PROBLEMS
        return _turned(sections, turns)

    def of_points(
        self, section: Section, chapter: tuple[ChapterKind, ...]
    ) -> Iterator[TurnedSection]:
        """Every section inside one of these kinds, with its turn."""
        turns = self._turns(section.sections, chapter) if section.sections else {}
        if self.leads_to_lower(section, chapter):
            turns[0] = self._announced(section.paragraphs[-1])
        elif (kind := self._opened_in_line(section)) and may_turn(chapter, kind):
            turns[0] = kind
        return (
            _turned(section.sections, turns)
            if turns
            else ((each, None) for each in section.sections)
        )

    def leads_to_lower(self, section: Section, chapter: tuple[ChapterKind, ...]) -> bool:
        """Whether the text of a section ends in a lead-in that makes the sections in it causes or measures."""
        if not section.paragraphs or not section.sections or _number(section.sections[0]) != 1:
            return False
        if len(section.paragraphs) == 1 and section.heading.run_in:
            return False
        kind = self._announced(section.paragraphs[-1])
        if kind is None or chapter == (kind,) or not may_turn(chapter, kind):
            return False
        self.leads.add(section.paragraphs[-1].span.start)
        return True

    def _opened_in_line(self, section: Section) -> ChapterKind | None:
        """What announces the first of a list whose others are sections: 今后改进：（一）…⏎（二）…."""
        if not section.paragraphs or not section.sections or _number(section.sections[0]) != 2:
            return None
        return self._opened_ahead(section.paragraphs[-1], section.sections[0])

    def _opened_ahead(self, paragraph: Paragraph, section: Section) -> ChapterKind | None:
        """What announces the first of a list in the line above its second, which is a section."""
        text, (start, end) = self.document.text, paragraph.span
        second = section.heading.span.start
        marker = SECOND.match(text, second)
        first = marker[0].replace("二", "一").replace("2", "1") if marker else ""
        at = text.find(first, start, min(end, start + LONGEST_LEAD_IN)) if first else -1
        return announced(text, start, at) if at > start and text[at - 1] in "：:" else None

    def led(self, section: Section) -> ChapterKind | None:
        """What the first words of a section announce, if a list or a colon follows them."""
        if not section.paragraphs:
            return None
        text, first = self.document.text, section.paragraphs[0]
        start, end = first.span
        if first.items:
            end = first.items[0].span.start
        elif text[end - 1] not in "：:" and not begins_list(section.paragraphs, 1):
            return None
        return announced(text, start, end) if end > start else None

    def until_turn(self, section: Section, cues: Cues) -> int:
        """The number of a section's paragraphs before the first that turns to something else; all if none does.

        A paragraph of causes stays in its section where further sections of the list follow.
        """
        if len(section.paragraphs) <= section.heading.run_in:
            return len(section.paragraphs)
        cued = cues.within(*section.span)
        for at, paragraph in enumerate(section.paragraphs):
            if not at and section.heading.run_in:
                continue
            if self._turns_away(paragraph):
                return at
            cue = at and cued and cue_of(paragraph, cues)
            if not cue and not self._looks_back(paragraph):
                continue
            if paragraph.items or not self._counts_on(section):
                return at
            self._with_causes.add(section.span.start)
            if not cue:
                cues.add(paragraph.span.start, ChapterKind.CAUSES)
        return len(section.paragraphs)

    def _looks_back(self, paragraph: Paragraph) -> bool:
        if paragraph.items:
            return False
        return CAUSE_SENTENCE.match(self.document.text, *paragraph.span) is not None

    def _turns_away(self, paragraph: Paragraph) -> bool:
        text, (start, end) = self.document.text, paragraph.span
        if paragraph.items:
            first = paragraph.items[0].span.start
            return first > start and announced(text, start, first) in ORDER[1:]
        if start in self.leads or SUMS_UP.match(text, start, end):
            return True
        if (opening := FIRST_IN_LINE.match(text, start, end)) and (
            announced(text, start, opening.start(1)) in ORDER[1:]
        ):
            return True
        if not self.announces_measures and promises(text, start, end):
            return True
        leads = text[end - 1] in "：:" or COUNTS.fullmatch(text, start, end) is not None
        return leads and announced(text, start, end) in ORDER[1:]

    def _turns(
        self, sections: Sequence[Section], chapter: tuple[ChapterKind, ...]
    ) -> dict[int, ChapterKind | None]:
        """By the index of the section behind it what each lead-in announces."""
        turns: dict[int, ChapterKind | None] = {}
        for at, section in enumerate(sections):
            marker = section.heading.marker
            if not at or marker is None or marker.number > 2:
                continue
            last = _last_paragraph(sections[at - 1])
            if marker.number == 2:
                kind = self._opened_ahead(last, section) if last else None
                if kind and may_turn(chapter, kind):
                    turns[at] = kind
                continue
            kind = self._announced(last) if last else None
            if last and kind and may_turn(chapter, kind):
                turns[at] = kind
                self.leads.add(last.span.start)
        return turns

    def _is_bare_label(self, paragraph: Paragraph) -> bool:
        """Whether a line only announces the list below what was told above it: 怎么改：."""
        start, end = paragraph.span
        return end - start <= LONGEST_LABEL and self.document.text[end - 1] in "：:？?"

    def _announced(self, paragraph: Paragraph) -> ChapterKind | None:
        start, end = paragraph.span
        if paragraph.items or (
            end - start > LONGEST_LEAD_IN and self.document.text[end - 1] not in "：:"
        ):
            return None
        return announced(self.document.text, start, end)

    def _counts_on(self, section: Section) -> bool:
        """Whether the next heading of this level has the next number, or the section before had its own causes."""
        headings, marker = self.document.headings, section.heading.marker
        at = bisect_right(headings, section.span.end - 1, key=_start)
        if marker is None:
            return False
        following = headings[at] if at < len(headings) else None
        if (
            following
            and following.marker
            and following.level == section.heading.level
            and following.marker.number == marker.number + 1
        ):
            return True
        at = bisect_left(headings, section.span.start, key=_start) - 1
        while at >= 0 and headings[at].level > section.heading.level:
            at -= 1
        return at >= 0 and headings[at].span.start in self._with_causes

    def _tells(self, section: Section) -> bool:
        return bool(kinds(self.document.of(section.heading.title)))


def begins_list(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the paragraph `at` begins with the first item of a list."""
    if at >= len(paragraphs) or not paragraphs[at].items:
        return False
    first = paragraphs[at].items[0]
    return first.marker.number == 1 and first.span.start == paragraphs[at].span.start


def cue_of(paragraph: Paragraph, cues: Cues) -> ChapterKind | None:
    """The kind announced by a cue at the start of a paragraph, or before its first counted point."""
    start, end = paragraph.span
    found = cues.within(start, paragraph.items[0].span.start if paragraph.items else start + 3)
    return found[0][2] if found and end > start else None


def _turned(
    sections: Sequence[Section], turns: Mapping[int, ChapterKind | None]
) -> Iterator[TurnedSection]:
    """The sections, each with the last turn before it while the numbers count on."""
    turned, last = None, 0
    for at, section in enumerate(sections):
        number = _number(section)
        if at in turns:
            turned = turns[at]
        elif number != last + 1:
            turned = None
        last = number
        yield section, turned


def _start(heading: Heading) -> int:
    return heading.span.start


def _number(section: Section) -> int:
    return section.heading.marker.number if section.heading.marker else 0


def _last_paragraph(section: Section) -> Paragraph | None:
    """The last paragraph of a section that stands on a line of its own."""
    while section.sections:
        section = section.sections[-1]
    if not section.paragraphs or (len(section.paragraphs) == 1 and section.heading.run_in):
        return None
    return section.paragraphs[-1]
