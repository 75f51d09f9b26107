"""Numbers before a digit or another number (2.3个支部, 二、三级联动), which only their neighbours confirm."""

from __future__ import annotations

from duizhao.document.nodes import Marker, NumberStyle
from duizhao.text import Span
from duizhao.text.numerals import chinese, value
from duizhao.text.pattern import LazyPattern

NUMERALS = "".join(map(chinese, range(1, 11)))
MARKS = frozenset("、.．，,")
FIRST = frozenset("123456789１２３４５６７８９" + NUMERALS)
NUMBER = LazyPattern(
    f"(?:([0-9０-９]{{1,2}})[.．、](?=[0-9０-９])(?![0-9０-９]{{1,3}}[.．][0-9０-９])"
    f"|([{NUMERALS}]{{1,3}})、(?=[{NUMERALS}]))"
)
# 3.5万元 is an amount even behind 2., unless 4. follows.
AMOUNT = LazyPattern(
    "[0-9０-９]+[.．][0-9０-９]+[ 　]?(?:[万亿千百]|元|%|％|个百分点|倍|吨|公里|千米|米|亩|公顷|小时|平方)"
)
# 2.3个支部 is no amount: nobody counts a part of one.
COUNTED = LazyPattern(
    "[0-9０-９]+[.．、][0-9０-９]+多?[个名次件项户处天人篇份位条场支座所台辆家间](?!百分)"
)
NEXT_NUMBER_WITHIN = 200


def inline_number(text: str, start: int, end: int, before: Marker | None) -> Marker | None:
    """The marker of an item inside a line, which a digit follows; `before` is the last marker in the line."""
    marker = number_at(text, start, end)
    if marker is None:
        return None
    last = before.number if before and before.style is marker.style else 0
    if marker.number != last + 1:
        return None
    # Behind it stands the next number or, where this one is of an amount, the same one.
    stop = min(end, start + NEXT_NUMBER_WITHIN)
    follows = [str(marker.number + 1)] if not last else [str(marker.number), str(marker.number + 1)]
    for number in follows:
        for separator in "。；;":
            at = text.find(separator + number, marker.span.end, stop)
            if at >= 0 and text[at + 1 + len(number) : at + 2 + len(number)] in MARKS:
                return marker if number != str(marker.number) else None
    return marker if last and not AMOUNT.match(text, start, end) else None


def number_at(text: str, start: int, end: int) -> Marker | None:
    """The marker that begins at `start`: a number with a point, or a chapter's number; None for other text."""
    found = NUMBER.match(text, start, end)
    number = value(found[1] or found[2]) if found else None
    if found is None or not number:
        return None
    style = NumberStyle.POINT if found[1] else NumberStyle.CHAPTER
    return Marker(Span(start, found.end()), style, number)
