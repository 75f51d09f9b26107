"""A shared passage in a few lines, both wordings where the sides part: `到⟦白河乡｜青石镇⟧只听汇报`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from duizhao.reuse.differing_words import widened
from duizhao.reuse.model import Difference, Passage
from duizhao.reuse.view.text_pieces import pieces
from duizhao.text import Span
from duizhao.text.visible import on_one_line
from duizhao.text.width import columns
from duizhao.text.wrap import fitting, wrap

OPENS, PARTS, CLOSES = "⟦｜⟧"
CUT = " …… "
MARK = re.compile(f"([{OPENS}{CLOSES}])")
LINES = 3
Line = list[tuple[str, bool]]


def excerpt(passage: Passage, left: str, right: str, room: int) -> Iterator[Line]:
    """The passage in three lines or so of `room` columns: parts in turn, each with whether the sides part there."""
    told = both(passage, left, right)
    inside = False
    for line in wrap(_shortened(told, room), room):
        parts: Line = []
        for part in MARK.split(line):
            inside = inside or part == OPENS
            if part:
                parts.append((part, inside))
            inside = inside and part != CLOSES
        yield parts


def both(passage: Passage, left: str, right: str) -> str:
    """The passage on one line, both wordings where the sides part."""
    parts = []
    told = widened(passage, left, right)
    for span, tags in pieces(passage.left, ((each.left, each) for each in told)):
        text = " ".join(span.of(left).split())
        for tag in tags:
            if isinstance(tag, Difference):
                text = f"{OPENS}{text}{PARTS}{' '.join(tag.right.of(right).split())}{CLOSES}"
        parts.append(text)
    return on_one_line("".join(parts))


def _shortened(text: str, room: int) -> str:
    """A long passage by its beginning, the first place further on where the sides part, and its end."""
    if columns(text) <= room * LINES:
        return text
    part = room - len(CUT) - 1
    head = Span(0, fitting(text, part))
    tail = Span(len(text) - fitting(text[::-1], part), len(text))
    opens = text.find(OPENS, head.end)
    if 0 <= opens < tail.start:
        middle = _around(text, opens, part)
    else:
        middle = Span(head.end, head.end + fitting(text[head.end :], part))
    return CUT.join(_whole(text, span) for span in _merged((head, middle, tail)))


def _around(text: str, at: int, room: int) -> Span:
    """The mark that opens at `at`, with what stands before and behind it."""
    start = at - fitting(text[:at][::-1], room // 3)
    return Span(start, max(start + fitting(text[start:], room), text.find(CLOSES, at) + 1))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Stretches in their order, those that touch as one."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def _whole(text: str, span: Span) -> str:
    """The stretch without marks that it would cut."""
    cut = span.of(text)
    closes, opens = cut.find(CLOSES), cut.find(OPENS)
    if closes >= 0 and not 0 <= opens < closes:
        cut = cut[closes + 1 :]
    if cut.rfind(OPENS) > cut.rfind(CLOSES):
        cut = cut[: cut.rfind(OPENS)]
    return cut
