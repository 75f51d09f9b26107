"""A shared passage in a few lines, both wordings where the sides part: `到⟦白河乡｜青石镇⟧只听汇报`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.reuse.model import Difference, Passage
from duizhao.reuse.view.pieces import pieces
from duizhao.reuse.view.words import changes
from duizhao.text.columns import columns, fitting, wrap
from duizhao.text.visible import on_one_line

OPENS, PARTS, CLOSES = "⟦｜⟧"
CUT = " …… "
MARK = re.compile(f"([{OPENS}{CLOSES}])")
LINES = 3
Line = list[tuple[str, bool]]


def excerpt(passage: Passage, left: str, right: str, room: int) -> Iterator[Line]:
    """The passage in at most three lines of `room` columns: parts in turn, each with whether the sides part there."""
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
    told = changes(passage, left, right)
    for span, tags in pieces(passage.left, ((each.left, each) for each in told)):
        text = " ".join(span.of(left).split())
        for tag in tags:
            if isinstance(tag, Difference):
                text = f"{OPENS}{text}{PARTS}{' '.join(tag.right.of(right).split())}{CLOSES}"
        parts.append(text)
    return on_one_line("".join(parts))


def _shortened(text: str, room: int) -> str:
    """A long passage without its middle; nothing is cut inside a place where the sides part."""
    if columns(text) <= room * LINES:
        return text
    head = text[: fitting(text, room * (LINES - 1))]
    tail = text[-fitting(text[::-1], room - len(CUT)) :]
    if head.rfind(OPENS) > head.rfind(CLOSES):
        head = head[: head.rfind(OPENS)]
    closes, opens = tail.find(CLOSES), tail.find(OPENS)
    if closes >= 0 and not 0 <= opens < closes:
        tail = tail[closes + 1 :]
    return head + CUT + tail
