"""Pairs opening and closing marks in one pass over their places and finds those without a partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from duizhao.text import Span

# A pair may span a line break in hard-wrapped text, but not more characters than this.
LONGEST_PAIR = 200


@dataclass(slots=True)
class Pairing:
    """The result of one pass. `nested` are whole pairs inside an open pair of the same kind."""

    unclosed: list[Span] = field(default_factory=list)
    unopened: list[Span] = field(default_factory=list)
    nested: list[Span] = field(default_factory=list)


def pair_marks(text: str, places: Sequence[tuple[int, int]], closing: Mapping[str, str]) -> Pairing:
    """Pair the marks at `places`. `closing` maps opening marks to closing marks; each kind is paired separately."""
    result = Pairing()
    if _plain(text, places, closing):
        return result
    opening = {close: open_ for open_, close in closing.items()}
    open_at: dict[str, list[tuple[int, int]]] = {mark: [] for mark in closing}
    line, line_end = 0, -1
    for start, end in places:
        while line_end < start:
            found = text.find("\n", line_end + 1)
            line, line_end = line + 1, len(text) if found < 0 else found
        mark = text[start]
        if mark in closing:
            stack = open_at[mark]
            if stack and stack[-1][1] != line:
                result.unclosed += (Span(at, at + 1) for at, _ in stack)
                stack.clear()
            stack.append((start, line))
        else:
            _close(open_at[opening[mark]], Span(start, end), line, result)
    for stack in open_at.values():
        result.unclosed += (Span(at, at + 1) for at, _ in stack)
    return result


def _plain(text: str, places: Sequence[tuple[int, int]], closing: Mapping[str, str]) -> bool:
    """True if every mark is followed by its partner near by. This is the normal case and quick to check."""
    starts = [start for start, _ in places]
    marks = [text[start] for start in starts]
    opens = [closing.get(mark) for mark in marks[::2]]
    return opens == marks[1::2] and all(
        close - at <= LONGEST_PAIR for at, close in zip(starts[::2], starts[1::2], strict=True)
    )


def _close(stack: list[tuple[int, int]], place: Span, line: int, result: Pairing) -> None:
    if not stack:
        result.unopened.append(place)
        return
    at, opened = stack.pop()
    if opened != line and place.start - at > LONGEST_PAIR:
        result.unclosed.append(Span(at, at + 1))
        result.unopened.append(place)
    elif stack and opened == line:
        result.nested.append(Span(at, place.end))
