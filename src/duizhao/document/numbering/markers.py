"""The markers of headings: 一、 （一） 1. （1） ① and 第一篇, half- and full-width, also with blanks inside."""

from __future__ import annotations

import re
from functools import cache

from duizhao.document.lines import BLANKS, MARGIN
from duizhao.document.nodes import Marker, NumberStyle
from duizhao.text import as_span
from duizhao.text.numerals import chinese, value
from duizhao.text.pattern import LazyPattern

NUMERALS = "一二三四五六七八九十"
# Titles end in these before a number that begins the next heading in the same line.
MARKED_ENDINGS = frozenset(
    "题題面现現况況因施析向足距源下上点點算误誤错病根子法由证样做改办差板诺么处短事摆找查思省"
)
FINANCIAL = "壹贰叁肆伍陆柒捌玖拾貳參陸"
_N = f"[{NUMERALS}{FINANCIAL}]{{1,3}}"
_D = "[0-9０-９]{1,2}"

# 一、二季度 and 5、6月 name two things and mark no heading.
_PAIR = (
    f"(?!(?:[{NUMERALS}]、){{0,4}}[{NUMERALS}]{{1,2}}"
    "(?:季|月|线|線|级|級|类|類|期|批|次|层|層|号|號|楼|樓|年级|把手|产业|產業|等奖|者|、))"
)
# A number before more digits is a decimal, unless these are a year or a day: 1.2023年以来, 1.5月20日, 2.11月底前.
_WHOLE = "(?![0-9０-９])|(?=[12][0-9]{3}年)|(?<=[.．])(?=[0-9]{1,2}月(?:[0-9]{1,2}[日号]|[底初末上中下]))"


@cache
def _head(gap: str) -> re.Pattern[str]:
    """The pattern of every marker, with `gap` between its parts."""
    # （一）和（二） and （一）（二） cite headings and mark none.
    # （三）项要求 cites an item.
    alone = (
        f"(?!{gap}(?:[和与與及至到、]{gap})?[（(]{gap}(?:[{NUMERALS}]|[0-9])"
        f"|{gap}[项項款條条点點](?:所|要求|规定|規定|中|的|内容|[、，和与及]))"
    )
    return re.compile(
        f"(?:({_N}){gap}[、，,．.]{_PAIR}"
        f"|[（(〔]{gap}(?:({_N})|({_D})){gap}[)）〕]{alone}(?:{gap}[、，,．.：:])?"
        f"|({_D}){gap}[、，,．.](?:{_WHOLE})|({_D})[)）](?:{gap}[、，,．.：:])?"
        "|([①-⑳❶-❿])[、，,．.]?"
        f"|第{gap}({_N}|{_D}){gap}(?:[篇章](?=[{BLANKS}：:、，\n]|\\Z)|章(?=(?!程)[^，。；：！？\n]{{2,16}}(?:\n|\\Z))|部分)[：:、，]?"
        f"|第({_N}|{_D})节(?=[{BLANKS}：:])[：:]?"
        f"|[【（(\\[［]第?({_N}|{_D})篇[】）)\\]］][：:]?|[【（(\\[［]篇({_N}|{_D})[】）)\\]］][：:]?"
        f"|篇({_N}|{_D})(?:[：:、，.．]|(?=[{BLANKS}\n])|\\Z)"
        "|([⒈-⒛])|([㈠-㈩])|([⑴-⒇]))"
    )


GAP = f"[{BLANKS}]{{0,3}}"
# A bracket may go on behind a gap, （一） 、 or （一）和 （二）: so do these groups, before these characters.
_BRACKETED = (2, 3, 5)
_GOES_ON = MARGIN | frozenset("和与與及至到、（(")
# The first gap inside a marker begins within so many characters: 第十二三 部分.
_FIRST_GAP = 4
_STYLES = (
    NumberStyle.CHAPTER,
    NumberStyle.SECTION,
    NumberStyle.SUBPOINT,
    NumberStyle.POINT,
    NumberStyle.SUBPOINT,
    NumberStyle.CIRCLED,
    NumberStyle.PART,
    NumberStyle.PART,
    NumberStyle.PART,
    NumberStyle.PART,
    NumberStyle.PART,
    NumberStyle.POINT,
    NumberStyle.SECTION,
    NumberStyle.SUBPOINT,
)
_COUNTS = LazyPattern(
    f"[{NUMERALS}{FINANCIAL}]|[{NUMERALS}{FINANCIAL}]?[十拾][{NUMERALS}{FINANCIAL}]?"
)
_ZEROS = {12: ord("⒈") - 1, 13: ord("㈠") - 1, 14: ord("⑴") - 1}

STARTERS = frozenset(
    NUMERALS
    + FINANCIAL
    + "0123456789０１２３４５６７８９（(〔【[［第篇"
    + "".join(map(chr, (*range(0x2460, 0x249C), *range(0x2776, 0x2780), *range(0x3220, 0x322A))))
)

_CHINESE = tuple(chinese(number) for number in range(1, 21))
_ARABIC = tuple(str(number) for number in range(1, 21))

# What a heading inside a line may begin with. Digits are frequent: 1. counts only behind a stop, or behind an ending.
ANCHORS = (
    *(f"{n}{mark}" for n in _CHINESE for mark in "、,．."),
    *(f"{left}{n}{right}" for n in (*_CHINESE, *_ARABIC) for left, right in ("（）", "()")),
    *(f"{stop}{n}{mark}" for n in _ARABIC for stop in "。；;：:" for mark in "、.．"),
    *(f"{ending}1{mark}" for ending in sorted(MARKED_ENDINGS) for mark in "、.．"),
    *map(chr, (*range(0x2460, 0x2474), *range(0x2776, 0x2780))),
)


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """The marker that begins exactly at `start`; None if none does."""
    found = _head("").match(text, start, end)
    if _may_have_gaps(text, start, found):
        found = _head(GAP).match(text, start, end)
    if found is None:
        return None
    group = found.lastindex or 0
    numeral = found[group]
    number = _NUMBERS.get(numeral) or _number(numeral, group)
    return Marker(as_span(found.span()), _STYLES[group - 1], number) if number else None


def _may_have_gaps(text: str, start: int, found: re.Match[str] | None) -> bool:
    """Whether the pattern with gaps may match differently. It is expensive to compile, and few texts need it."""
    if found is None:
        return not MARGIN.isdisjoint(text[start + 1 : start + 1 + _FIRST_GAP])
    return found.lastindex in _BRACKETED and text[found.end() : found.end() + 1] in _GOES_ON


_NUMBERS = {
    numeral: number + 1
    for numerals in (_CHINESE, _ARABIC)
    for number, numeral in enumerate(numerals)
}


def _number(numeral: str, group: int) -> int | None:
    if group in _ZEROS:
        return ord(numeral) - _ZEROS[group]
    number = value(numeral)
    # 五一 and 七一 are days, not numbers.
    return number if number and (numeral[0].isdigit() or _COUNTS.fullmatch(numeral)) else None
