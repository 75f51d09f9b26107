"""The markers of counted points in body text: 一是…；二是…, 一要…, 一怕…, 第一，…, 首先…其次…"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from duizhao.document.lines import BLANKS, MARGIN
from duizhao.document.markers import NUMERALS, marker_at
from duizhao.document.nodes import Marker, NumberStyle
from duizhao.text import Span

_COUNT = [(numeral, number) for number, numeral in enumerate(NUMERALS, 1)]
LAST = 9
ORDINAL_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": LAST, "最後": LAST}
ENUMERATORS: dict[str, tuple[NumberStyle, int]] = {
    **{f"{n}{gap}是": (NumberStyle.IS, at) for n, at in _COUNT for gap in ("", " ", "\u3000")},
    **{f"{n}要": (NumberStyle.MUST, at) for n, at in _COUNT},
    **{f"{n}怕": (NumberStyle.FEAR, at) for n, at in _COUNT},
    **{
        f"{left}{n}{p}": (NumberStyle.ORDINAL, at)
        for left in "第其"
        for n, at in _COUNT
        for p in "，,、：: "
    },
    **{word: (NumberStyle.FIRST, number) for word, number in ORDINAL_WORDS.items()},
}

# A marker begins its sentence; after a lesser pause it must also count on from the one before it.
STRONG = frozenset("。！？!?；;：:\n\r")
WEAK = frozenset("，,、”’）)】…—") | STRONG
CALLS = (NumberStyle.MUST, NumberStyle.FEAR)
TAILED = (NumberStyle.IS, NumberStyle.FIRST)
TAILS = frozenset("，,：:、")
# 一是一、二是二 is a saying; 第一、第二季度 names two things; 一要素 is a word.
_DOUBTFUL = frozenset(NUMERALS + "第素点點件")
_WORDS = frozenset(NUMERALS + "第其期周拜初老零两百千万之不唯统几正腊旬")
_SAYING = re.compile(
    f"([{NUMERALS}])是\\1|第[{NUMERALS}]、第?[{NUMERALS}]|[{NUMERALS}]要[素点點件]"
)
QUOTED = 200
AHEAD = 8
GAP = 8
FAR = 2000

Candidate = tuple[int, int, NumberStyle, int, bool]
"""Start and end of a marker that may open a point, its style and number, and whether it needs no neighbour."""


def candidates(
    text: str, start: int, end: int, places: Iterable[tuple[int, int]]
) -> list[Candidate]:
    """The markers among `places` that stand where a point may begin in the body text `text[start:end]`."""
    found: list[Candidate] = []
    for place, close in places:
        style, number = ENUMERATORS[text[place:close]]
        if place > start:
            standing = _standing(text, start, place, end, style)
            if standing is None:
                continue
            firm, tens = standing
            number += tens
            place -= tens > 0
            # 一要 is too common in speech to be believed alone.
            firm = firm and style not in CALLS
        else:
            firm = True
        if text[close : close + 1] in _DOUBTFUL and _SAYING.match(text, place, end):
            continue
        if style in TAILED:
            close += text[close : close + 1] in TAILS
        elif text[close - 1] == " ":
            close -= 1
        found.append((place, close, style, number, firm))
    return found


def _standing(
    text: str, start: int, place: int, end: int, style: NumberStyle
) -> tuple[bool, int] | None:
    """Whether a marker inside a line is firm, and the ten that belongs to its number (十一是); None for no marker."""
    at = place - 1
    while text[at] in BLANKS and at > start and place - at < GAP:
        at -= 1
    if _quoted(text, start, place, end):
        return None
    before = text[at]
    if before in STRONG:
        return True, 0
    if before in WEAK:
        return False, 0
    if before == "十":
        return (False, 10) if text[place] != "十" else None
    # 一是甲二是乙 lacks its comma: believed only right behind the one before it.
    glued = style is NumberStyle.IS and text[place] != "一" and before not in _WORDS
    return (False, 0) if glued else None


def _quoted(text: str, start: int, place: int, end: int) -> bool:
    """Whether `place` stands inside a quotation that is short enough to be one."""
    opened = text.rfind("“", max(start, place - QUOTED), place)
    if opened < 0 or text.rfind("”", opened, place) >= 0:
        return False
    return text.find("”", place, min(end, place + QUOTED)) >= 0


def counting_markers(
    text: str, found: Sequence[Candidate], last: dict[NumberStyle, int], chain: Mapping[int, int]
) -> list[Marker]:
    """The candidates of one paragraph that do count something.

    `last` is how far each style has counted under the present heading; it is brought up to date. `chain` gives the
    places of the words 首先, 其次, … that belong together, each with its number.
    """
    kept: list[Marker] = []
    for at, (place, close, style, number, firm) in enumerate(found):
        if style is NumberStyle.FIRST:
            if place not in chain:
                continue
            number = chain[place]
        elif not firm and not _has_neighbour(text, found, at, last):
            continue
        kept.append(Marker(Span(place, close), style, number))
        last[style] = number
    return kept


def _has_neighbour(
    text: str, found: Sequence[Candidate], at: int, last: Mapping[NumberStyle, int]
) -> bool:
    place, _, style, number, _ = found[at]
    if number > 1:
        if style is NumberStyle.IS and place and text[place - 1] not in WEAK | MARGIN:
            return at > 0 and found[at - 1][2:4] == (style, number - 1) == (style, last.get(style))
        return last.get(style) == number - 1
    return any(other[2] is style and other[3] == 2 for other in found[at + 1 : at + 1 + AHEAD])


def counted_inline(text: str, start: int, markers: Sequence[Marker]) -> list[Candidate]:
    """Heading-like markers inside a paragraph as candidates, with the one that it may begin with (一、…；二、…)."""
    first = marker_at(text, start, markers[0].span.start)
    return [
        (*marker.span, marker.style, marker.number, False)
        for marker in [*([first] if first else []), *markers]
    ]


def ordinal_chains(text: str, places: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Of the words 首先, 其次, 再次, 最后 those that belong together; alone they count nothing.

    The result gives the number each has in its chain: the last word counts one more than the word before it.
    """
    kept: dict[int, int] = {}
    before, count = -FAR, 0
    for place, close in places:
        number = ORDINAL_WORDS[text[place:close]]
        if place and text[place - 1] not in WEAK and text[place - 1] not in BLANKS:
            continue
        if number == 1:
            before, count = place, 1
        elif count and place - before <= FAR:
            kept[before] = count
            count = number if number < LAST else count + 1
            kept[place] = count
            before = place
            if number == LAST:
                count = 0
        else:
            count = 0
    return kept
