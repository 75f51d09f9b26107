"""Counted points inside body text: 一是…；二是…, 一要…, 一怕…, 第一，…, 首先…其次…"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from duizhao.document.lines import BLANKS, trim
from duizhao.document.markers import NUMERALS, marker_at
from duizhao.document.nodes import Item, Marker, Style
from duizhao.text import Span

_COUNT = [(numeral, number) for number, numeral in enumerate(NUMERALS, 1)]
FIRSTS = {
    "首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 9, "最後": 9,
}  # fmt: skip
LAST = 9
KINDS: dict[str, tuple[Style, int]] = {
    **{f"{n}{gap}是": (Style.IS, at) for n, at in _COUNT for gap in ("", " ", "\u3000")},
    **{f"{n}要": (Style.MUST, at) for n, at in _COUNT},
    **{f"{n}怕": (Style.FEAR, at) for n, at in _COUNT},
    **{f"第{n}{p}": (Style.ORDINAL, at) for n, at in _COUNT for p in "，,、：: "},
    **{f"其{n}{p}": (Style.ORDINAL, at) for n, at in _COUNT for p in "，,、：:"},
    **{word: (Style.FIRST, number) for word, number in FIRSTS.items()},
}

# A marker begins its sentence; after a lesser pause it must also count on from the one before it.
STRONG = frozenset("。！？!?；;：:\n\r")
WEAK = frozenset("，,、”’）)】…—") | STRONG
# 一是一、二是二 is a saying; 第一、第二季度 names two things; 一要素 is a word.
_SAYING = re.compile(
    "([一二三四五六七八九十])是\\1|第[一二三四五六七八九十]、第?[一二三四五六七八九十]|[一二三四五六七八九十]要[素点點件]"
)
_TAIL = re.compile(f"[{BLANKS}]*[，,：:、]?")
SENTENCE = re.compile("[^。！？!?；;\n]*")
QUOTED = 200
FAR = 2000
LOOSE = "，,、：:；; "


class Candidate(NamedTuple):
    """A marker that may open an item; a firm one needs no neighbour to be believed."""

    marker: Marker
    firm: bool


def candidates(
    text: str, start: int, end: int, places: Iterable[tuple[int, int]]
) -> list[Candidate]:
    """The markers among `places` that stand where an item may begin in the body text `text[start:end]`."""
    found = []
    for place, close in places:
        style, number = KINDS[text[place:close]]
        if place > start:
            before = text[place - 1]
            if before in BLANKS:
                before = text[trim(text, start, place)[1] - 1]
            firm = before in STRONG
            if not firm and before not in WEAK:
                if before != "十" or number > 9:
                    continue
                place, number = place - 1, number + 10
            if _quoted(text, start, place, end):
                continue
        else:
            firm = True
        if _SAYING.match(text, place, end):
            continue
        if text[close - 1] == " ":
            close -= 1
        elif style is Style.IS and text[close : close + 1] in _TAILS:
            close += 1
        found.append(Candidate(Marker(Span(place, close), style, number), firm))
    return found


_TAILS = frozenset("，,：:、")


def _quoted(text: str, start: int, place: int, end: int) -> bool:
    """Whether `place` stands inside a quotation that is short enough to be one."""
    low = max(start, place - QUOTED)
    opened = text.rfind("“", low, place)
    if opened < 0 or text.rfind("”", opened, place) >= 0:
        return False
    return text.find("”", place, min(end, place + QUOTED)) >= 0


def believed(
    text: str,
    start: int,
    found: Sequence[Candidate],
    last: dict[Style, int],
    chain: Mapping[Marker, Marker],
) -> list[Marker]:
    """The candidates of one paragraph that do count something; `last` is how far each style has counted."""
    kept: list[Marker] = []
    for at, (marker, firm) in enumerate(found):
        if marker.style is Style.FIRST:
            if firm and marker in chain:
                kept.append(chain[marker])
            continue
        style, number = marker.style, marker.number
        if not firm or style.level < 6:
            if number == 2 and style.level < 6 and not kept:
                kept += _opening(text, start, marker)
                last[style] = len(kept)
            follows = last.get(style) == number - 1
            begins = number == 1 and any(
                other.marker.style is style and other.marker.number == 2
                for other in found[at + 1 : at + 9]
            )
            if not follows and not begins:
                continue
        kept.append(marker)
        last[style] = number
    return kept


def _opening(text: str, start: int, second: Marker) -> list[Marker]:
    """The marker of the same style at the very beginning of the paragraph that `second` counts on from."""
    first = marker_at(text, start, second.span.start)
    return [first] if first and first.style is second.style and first.number == 1 else []


def chained(markers: Iterable[Marker]) -> dict[Marker, Marker]:
    """Of the words 首先, 其次, 再次, 最后 those that belong together; alone they count nothing.

    Each is given with its number in the chain: the last word counts one more than the word before it.
    """
    kept: dict[Marker, Marker] = {}
    chain: list[Marker] = []
    for marker in markers:
        if marker.number == 1 or (chain and marker.span.start - chain[-1].span.start > FAR):
            chain = [marker][: marker.number == 1]
        elif chain:
            kept[chain[-1]] = chain[-1]
            number = marker.number if marker.number < LAST else chain[-1].number + 1
            chain = [replace(marker, number=number)]
            kept[marker] = chain[0]
            if marker.number == LAST:
                chain = []
    return kept


def nested(text: str, markers: Sequence[Marker], end: int) -> tuple[Item, ...]:
    """The items that `markers` open in the text up to `end`; a count begun inside a point belongs to that point."""
    if not markers:
        return ()
    style = markers[0].style
    heads = [0]
    mixed = {style}
    for at in range(1, len(markers)):
        marker = markers[at]
        if marker.style in mixed or marker.number != 1:
            heads.append(at)
            mixed.add(marker.style)
    ends = [markers[at].span.start for at in heads[1:]]
    return tuple(
        _item(text, markers[at:after], stop)
        for at, after, stop in zip(heads, [*heads[1:], len(markers)], [*ends, end], strict=True)
    )


def _item(text: str, markers: Sequence[Marker], end: int) -> Item:
    marker = markers[0]
    start = marker.span.start
    close = marker.span.end
    if len(markers) == 1:
        return Item(Span(start, trim(text, close, end)[1]), marker, _lead(text, close, end))
    inner = nested(text, markers[1:], end)
    return Item(
        Span(start, inner[-1].span.end), marker, _lead(text, close, inner[0].span.start), inner
    )


def _lead(text: str, start: int, end: int) -> Span:
    found = SENTENCE.match(text, start, end)
    assert found is not None
    stop = found.end()
    while stop > start and text[stop - 1] in LOOSE:
        stop -= 1
    return Span(*trim(text, start, stop))
