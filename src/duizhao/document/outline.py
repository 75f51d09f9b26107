"""Cuts lines where headings begin: at their start, after a full stop, or behind another heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.document.bare import LAST, LONGEST, bare_heading, deepened
from duizhao.document.headings import ENDINGS, heading_at
from duizhao.document.lines import BLANKS, Line, trim
from duizhao.document.markers import NUMERALS, STARTERS, marker_at
from duizhao.document.nodes import Heading, Marker, Style

Piece = tuple[Heading | None, int, int]
"""A heading, if any, and the body text that follows it in its line: start and end, equal where there is none."""

FIRST_CHAPTER = re.compile(f"[\r\n][{BLANKS}]*一[、，,．.]")
STOPS = frozenset("。！？!?")
PAUSES = frozenset("。！？!?；;：:，,、")
LONGEST_OUTER = 60


@dataclass(slots=True)
class Outline:
    """The text cut into pieces, in order, and the markers inside lines that count no heading."""

    text: str
    limit: int
    pieces: list[Piece] = field(default_factory=list)
    inline: list[Marker] = field(default_factory=list)
    _open: dict[Style, int] = field(default_factory=dict)
    _next_first: int = -1

    def add(self, start: int, end: int, places: Sequence[tuple[int, int]]) -> None:
        """Cut one line; `places` are the markers that may stand inside it."""
        text = self.text
        for place, close in places:
            if place > start and (at := self._glued(place, close, start, end)):
                self._piece(start, trim(text, start, at)[1])
                start = at
        self._piece(start, end)

    def _piece(self, start: int, end: int) -> None:
        text = self.text
        if text[start] in STARTERS and (found := heading_at(text, start, end)):
            heading, body = found
            self._enter(heading)
            self.pieces.append((heading, body, end))
        elif end - start <= LONGEST and text[end - 1] in LAST:
            self.pieces.append((bare_heading(text, start, end), start, end))
            if self.pieces[-1][0]:
                self.pieces[-1] = (self.pieces[-1][0], end, end)
        else:
            self.pieces.append((None, start, end))

    def _enter(self, heading: Heading) -> None:
        if marker := heading.marker:
            opened = self._open
            if len(opened) > 1 or marker.style not in opened:
                level = heading.level
                for style in [style for style in opened if style.level > level]:
                    del opened[style]
            opened[marker.style] = marker.number

    def _glued(self, place: int, close: int, start: int, end: int) -> int:
        """Where the heading marked at `place` begins inside the line from `start`; 0 where none does."""
        text = self.text
        if text[place] in "。；;：:":
            place += 1
        before = text[place - 1]
        if before in NUMERALS or (marker := marker_at(text, place, end)) is None:
            return 0
        while before in BLANKS and place - 1 > start:
            place -= 1
            before = text[place - 1]
        if self._is_heading(marker, place, start):
            return marker.span.start
        if before in PAUSES:
            self.inline.append(marker)
        return 0

    def _is_heading(self, marker: Marker, place: int, start: int) -> bool:
        text, before = self.text, self.text[place - 1]
        if before not in STOPS:
            return marker.number == 1 and self._behind_heading(marker, place, start)
        last = self._open.get(marker.style, 0)
        if marker.style.level > 2 or marker.number > 1:
            return 0 < last == marker.number - 1
        return last == 0 and not self._chapters_follow(marker)

    def _behind_heading(self, marker: Marker, place: int, start: int) -> bool:
        text = self.text
        if place - start > LONGEST_OUTER or "。" in text[start:place]:
            return False
        if marker.style is not Style.SECTION or text[place - 1] not in ENDINGS:
            return False
        outer = marker_at(text, start, place)
        return outer is not None and outer.style is Style.CHAPTER

    def _chapters_follow(self, marker: Marker) -> bool:
        """Whether 一、 stands at the beginning of a later line: then one inside a line only enumerates."""
        if marker.style is not Style.CHAPTER:
            return False
        if self._next_first < marker.span.start:
            found = FIRST_CHAPTER.search(self.text, marker.span.end, self.limit)
            self._next_first = found.start() if found else self.limit
        return self._next_first < self.limit


def outline(text: str, blocks: Sequence[Line], places: Sequence[tuple[int, int]]) -> Outline:
    """Cut `blocks` into pieces; `places` is where markers were found, in text order."""
    made = Outline(text, blocks[-1][1] if blocks else 0)
    at, count = 0, len(places)
    for start, end in blocks:
        first = at
        while at < count and places[at][1] <= end:
            at += 1
        made.add(start, end, places[first:at])
    _deepen(made)
    return made


def _deepen(made: Outline) -> None:
    headings = [piece[0] for piece in made.pieces if piece[0]]
    if any(heading.marker is None for heading in headings):
        changed = deepened(made.text, headings)
        made.pieces = [
            (changed.get(heading, heading) if heading else None, start, end)
            for heading, start, end in made.pieces
        ]
