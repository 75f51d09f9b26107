"""A shared passage in a few lines, with both wordings where the sides differ: `到⟦白河乡｜青石镇⟧只听汇报`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from duizhao.reuse.differing_words import widen_differences
from duizhao.reuse.model import Difference, Passage
from duizhao.reuse.view.text_pieces import pieces
from duizhao.text import Span
from duizhao.text.visible import on_one_line
from duizhao.text.width import columns
from duizhao.text.wrap import fitting, wrap

OPENS, PARTS, CLOSES = "⟦｜⟧"
GAP = " …… "
MARK = re.compile(f"([{OPENS}{CLOSES}])")
EXCERPT_LINES = 3
LEADING = "。，；：、！？ "
"""What of the sentence before an excerpt does not show."""

Line = list[tuple[str, bool]]


def excerpt(passage: Passage, left: str, right: str, room: int) -> Iterator[Line]:
    """The passage in about three lines of `room` columns: each line as its parts, with whether the sides differ."""
    text = with_both_wordings(passage, left, right).lstrip(LEADING)
    inside = False
    for line in wrap(_shorten(text, room), room):
        parts: Line = []
        for part in MARK.split(line):
            inside = inside or part == OPENS
            if part:
                parts.append((part, inside))
            inside = inside and part != CLOSES
        yield parts


def with_both_wordings(passage: Passage, left: str, right: str) -> str:
    """The passage on one line, with both wordings where the sides differ."""
    parts = []
    changes = widen_differences(passage, left, right)
    for span, tags in pieces(passage.left, ((each.left, each) for each in changes)):
        text = " ".join(span.of(left).split())
        for tag in tags:
            if isinstance(tag, Difference):
                text = f"{OPENS}{text}{PARTS}{' '.join(tag.right.of(right).split())}{CLOSES}"
        parts.append(text)
    return on_one_line("".join(parts))


def _shorten(text: str, room: int) -> str:
    """The beginning of a long passage, the next place where the sides differ, and the end."""
    if columns(text) <= room * EXCERPT_LINES:
        return text
    part = room - len(GAP) - 1
    head = Span(0, fitting(text, part))
    tail = Span(len(text) - fitting(text[::-1], part), len(text))
    opens = text.find(OPENS, head.end)
    if 0 <= opens < tail.start:
        middle = _around(text, opens, part)
    else:
        middle = Span(head.end, head.end + fitting(text[head.end :], part))
    return GAP.join(_without_cut_marks(text, span) for span in _merge((head, middle, tail)))


def _around(text: str, at: int, room: int) -> Span:
    """The difference that opens at `at`, with the words before and behind it."""
    start = at - fitting(text[:at][::-1], room // 3)
    return Span(start, max(start + fitting(text[start:], room), text.find(CLOSES, at) + 1))


def _merge(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch as one."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def _without_cut_marks(text: str, span: Span) -> str:
    """The text of a span, without differences that it would cut."""
    cut = span.of(text)
    closes, opens = cut.find(CLOSES), cut.find(OPENS)
    if closes >= 0 and not 0 <= opens < closes:
        cut = cut[closes + 1 :]
    if cut.rfind(OPENS) > cut.rfind(CLOSES):
        cut = cut[: cut.rfind(OPENS)]
    return cut
