"""Enumerations in body text (一是…；二是…, 一要…, 第一，…, 首先…其次…): which enumerators count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from duizhao.document.lines import BLANKS, MARGIN
from duizhao.document.nodes import Marker, NumberStyle
from duizhao.document.numbering.doubtful_number import number_at
from duizhao.document.numbering.markers import NUMERALS, marker_at
from duizhao.text import as_span
from duizhao.text.pattern import LazyPattern

_COUNT = [(numeral, number) for number, numeral in enumerate(NUMERALS, 1)]
NUMBER_OF_LAST = 9
ORDINAL_WORDS = {
    "首先": 1,
    "其次": 2,
    "再次": 3,
    "再者": 3,
    "最后": NUMBER_OF_LAST,
    "最後": NUMBER_OF_LAST,
}
# 一个是懒；再一个是散；还有一个是倔: told, and not counted.
BEGINS_TELLING = "一个是"
TELLING_WORDS = {
    BEGINS_TELLING: 1,
    **dict.fromkeys(
        ("再一个是", "另一个是", "还有一个是", "另外一个是", "最后一个是", "再就是", "还有就是"), 2
    ),
}
CHAINED_STYLES = (NumberStyle.FIRST, NumberStyle.ONE)
ENUMERATORS: dict[str, tuple[NumberStyle, int]] = {
    **{f"{n}{gap}是": (NumberStyle.IS, at) for n, at in _COUNT for gap in ("", " ", "\u3000")},
    **{f"{n}曰": (NumberStyle.IS, at) for n, at in _COUNT},
    **{f"{n}要": (NumberStyle.MUST, at) for n, at in _COUNT},
    **{f"{n}怕": (NumberStyle.FEAR, at) for n, at in _COUNT},
    **{
        f"{left}{n}{p}": (NumberStyle.ORDINAL, at)
        for left in "第其"
        for n, at in _COUNT
        for p in "，,、：: "
    },
    **{
        f"第{n}{what}{p}": (NumberStyle.ORDINAL, at)
        for n, at in _COUNT
        for what in "条个点"
        for p in "，："
    },
    **{word: (NumberStyle.FIRST, number) for word, number in ORDINAL_WORDS.items()},
    **{word: (NumberStyle.ONE, number) for word, number in TELLING_WORDS.items()},
}

# An enumerator begins a sentence. After a lesser pause it must also continue the count.
STOPS = frozenset("。！？!?；;：:\n\r")
PAUSES = frozenset("，,、”’）)】…—") | STOPS
SPOKEN_STYLES = (NumberStyle.MUST, NumberStyle.FEAR)
STYLES_WITH_TAIL = (NumberStyle.IS, NumberStyle.FIRST, NumberStyle.ONE)
TAILS = frozenset("，,：:、")
# Not enumerators: the saying 一是一、二是二; two things in 第一、第二季度; the word 一要素.
_DOUBTFUL = frozenset(NUMERALS + "第素点點件")
# 一是 may follow these without a mark: 具体表现一是…；二是….
_LEADS_IN = frozenset("现現为為括在因题題面有")
_NOT_BEFORE = frozenset(NUMERALS + "第其期周拜初老零两百千万之不唯统几正腊旬")
_SAYING = LazyPattern(
    f"([{NUMERALS}])是\\1(?=[、，。；！!,;“”’”」）)]|[{NUMERALS}]是|的|$)|第[{NUMERALS}]、第?[{NUMERALS}]|[{NUMERALS}]要[素点點件]"
)
# 先说第一条，…. 再说第二条，…
BEGINS_TO_TELL = LazyPattern(
    "(?:^|(?<=[。！？；：\n]))(?:我?先|再|我?接着|最后|我)(?:说说?|讲讲?|谈谈?)$"
)
COLONS = frozenset("：:")
LONGEST_QUOTATION = 200
CANDIDATES_AHEAD = 8
LONGEST_GAP = 8
LONGEST_DISTANCE = 2000

Candidate = tuple[int, int, NumberStyle, int, bool]
"""Start, end, style and number of what may be an enumerator, and whether it is sure without a neighbour."""


def candidates(
    text: str, start: int, end: int, places: Iterable[tuple[int, int]]
) -> list[Candidate]:
    """The enumerators among `places` where an item may begin in the body text `text[start:end]`."""
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
            # 一要 is frequent in ordinary speech, so it needs a neighbour.
            firm = firm and style not in SPOKEN_STYLES
        else:
            firm = True
        if text[close : close + 1] in _DOUBTFUL and _SAYING.match(text, place, end):
            continue
        if style in STYLES_WITH_TAIL:
            close += text[close : close + 1] in TAILS
        elif text[close - 1] == " ":
            close -= 1
        found.append((place, close, style, number, firm))
    return found


def _standing(
    text: str, start: int, place: int, end: int, style: NumberStyle
) -> tuple[bool, int] | None:
    """Whether an enumerator inside a line is sure, and 10 if 十 stands before it (十一是); None if it is not one."""
    at = place - 1
    while text[at] in BLANKS and at > start and place - at < LONGEST_GAP:
        at -= 1
    if _quoted(text, start, place, end):
        return None
    before = text[at]
    if before in STOPS or (
        before in "说讲谈" and BEGINS_TO_TELL.search(text, max(start, at - 5), place)
    ):
        return True, 0
    if before in PAUSES:
        return False, 0
    if before == "十":
        return (False, 10) if text[place] != "十" else None
    # 一是甲二是乙 lacks its comma: only a direct successor counts.
    glued = style is NumberStyle.IS and (
        before in _LEADS_IN if text[place] == "一" else before not in _NOT_BEFORE
    )
    return (False, 0) if glued else None


def _quoted(text: str, start: int, place: int, end: int) -> bool:
    """Whether `place` is inside a quotation of at most LONGEST_QUOTATION characters."""
    opened = text.rfind("“", max(start, place - LONGEST_QUOTATION), place)
    if opened < 0 or text.rfind("”", opened, place) >= 0:
        return False
    return text.find("”", place, min(end, place + LONGEST_QUOTATION)) >= 0


def counting_markers(
    text: str,
    found: Sequence[Candidate],
    last: dict[NumberStyle, int],
    chain: Mapping[int, int],
    before: Mapping[NumberStyle, int],
) -> list[Marker]:
    """The candidates of one paragraph that count.

    `last` is the last number of each style under the present heading, and is updated; `before` those under the headings
    above, which 存在问题：3. may count on. `chain` gives the places of
    首先, 其次, … and 一个是, 再一个是, … that belong together, each with its number.
    """
    kept: list[Marker] = []
    for at, (place, close, style, number, firm) in enumerate(found):
        if style in CHAINED_STYLES:
            if place not in chain:
                continue
            number = chain[place]
        elif not (
            firm
            or _has_neighbour(text, found, at, last)
            or _counts_on(text, found[at], last, before)
        ):
            continue
        kept.append(Marker(as_span((place, close)), style, number))
        last[style] = number
    return kept


def _counts_on(
    text: str,
    candidate: Candidate,
    last: Mapping[NumberStyle, int],
    before: Mapping[NumberStyle, int],
) -> bool:
    """Whether a number behind a label is the next of a list that was begun under another heading."""
    place, _, style, number, _ = candidate
    behind_label = number > 1 and place and text[place - 1] in COLONS
    return bool(behind_label) and style not in last and before.get(style) == number - 1


def _has_neighbour(
    text: str, found: Sequence[Candidate], at: int, last: Mapping[NumberStyle, int]
) -> bool:
    place, _, style, number, _ = found[at]
    if number > 1:
        if style is NumberStyle.IS and place and text[place - 1] not in PAUSES | MARGIN:
            return at > 0 and found[at - 1][2:4] == (style, number - 1) == (style, last.get(style))
        return last.get(style) == number - 1
    return any(
        other[2] is style and other[3] == 2 for other in found[at + 1 : at + 1 + CANDIDATES_AHEAD]
    )


def counted_inline(text: str, start: int, markers: Sequence[Marker]) -> list[Candidate]:
    """Heading-like markers inside a paragraph as candidates, and a marker at its beginning (一、…；二、…)."""
    behind = markers[0].span.start
    first = marker_at(text, start, behind) or number_at(text, start, behind)
    return [
        (*marker.span, marker.style, marker.number, False)
        for marker in [*([first] if first else []), *markers]
    ]


def ordinal_chains(text: str, places: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The words 首先, 其次, 再次, 最后 that belong together, each with its number. Alone they count nothing.

    最后 has the number after that of the word before it.
    """
    kept: dict[int, int] = {}
    before, count = -LONGEST_DISTANCE, 0
    for place, close in places:
        number = ORDINAL_WORDS[text[place:close]]
        if place and text[place - 1] not in PAUSES and text[place - 1] not in BLANKS:
            continue
        if number == 1:
            before, count = place, 1
        elif count and place - before <= LONGEST_DISTANCE:
            kept[before] = count
            count = number if number < NUMBER_OF_LAST else count + 1
            kept[place] = count
            before = place
            if number == NUMBER_OF_LAST:
                count = 0
        else:
            count = 0
    return kept


def telling_chains(
    text: str, places: Iterable[tuple[int, int]], chain: Mapping[int, int]
) -> dict[int, int]:
    """The words 一个是, 再一个是, 还有一个是 that belong together, each with its number. Alone they count nothing.

    What counts on begins a sentence or a clause behind a semicolon; 一个是 again does so in the same line.
    还有就是 also counts on from the words of `chain`, as 首先 and 其次.
    """
    kept: dict[int, int] = {}
    before, count = -LONGEST_DISTANCE, 0
    for place, close in places:
        at = place - 1
        while at >= 0 and text[at] in BLANKS and place - at < LONGEST_GAP:
            at -= 1
        mark = text[at] if at >= 0 else "\n"
        if place in chain:
            before, count = place, chain[place]
            continue
        begins = text[place:close] == BEGINS_TELLING
        counts_on = count and place - before <= LONGEST_DISTANCE and mark in STOPS
        if counts_on and not (begins and "\n" in text[before:place]):
            kept.setdefault(before, count)
            count += 1
            kept[place] = count
        elif begins and mark in PAUSES:
            count = 1
        else:
            continue
        before = place
    return kept
