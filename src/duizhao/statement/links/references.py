"""Reads which problems an answer names by their numbers: 第四条是架子大了, 前三条的病根, 对应问题1、3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

NUMERAL = "[一二三四五六七八九十两0-9]{1,2}"
WHAT = "(?:个问题|条问题|项问题|点问题|类问题|个方面|个毛病|[个条项点])"
GOES_ON = "(?=的|是|，|和|与|：|、|说|属|出(?!台)|反映|看|主要|则|呢|在于|根子|原因|上)"
REFERENCE = LazyPattern(
    "(?:^|(?<=[。；，：！？\n）、.和与]))(?:(?:针对|对于|至于|关于|其中|其中的|上述|以上|上面|这|对|一是|二是|三是|四是|五是))?(?P<words>"
    f"第(?P<numbers>{NUMERAL}(?:[、和与]第?{NUMERAL})*){WHAT}|头(?P<only>一){WHAT}|[前头](?P<first>{NUMERAL}){WHAT}|后(?P<last>{NUMERAL}){WHAT}"
    f"|(?P<end>末一|最后一|末尾一){WHAT}){GOES_ON}"
)
NUMBERS = LazyPattern(NUMERAL)
# 对应问题3, （对应第2条）, 针对问题（2）和（3）, 问题（1）（2）的根子: not 解决问题一次.
IN_BRACKETS = f"[（(]?{NUMERAL}[)）]?"
SERIES = f"{IN_BRACKETS}(?:(?:[、和与及]|至|-|—|(?=[（(]))第?{IN_BRACKETS}(?![0-9.．]))*"
LABEL = LazyPattern(
    "(?:^|(?<=[。；：！？\n）(（)、.．是 \u3000]))(?P<words>"
    f"(?:针对|对应|对照|解决|整改|对)(?:于|的|着|上述|上面|前述|查摆|检视|存在)*"
    f"(?:问题[：:]?第?(?P<after>{SERIES})(?=[的，。：:；;）)、中 ]|$)"
    f"|第(?P<before>{SERIES})[个条项]?(?:问题|(?<=[个条项])(?=[，：:。；、的）)]|$)))"
    f"|问题(?P<bare>{SERIES})(?=[的，：）)]))"
)
RANGE = LazyPattern(f"({NUMERAL})[)）]?(?:至|-|—)第?[（(]?({NUMERAL})")
# The number that a problem bears: 问题1：, （二）, 3.
OWN_NUMBER = LazyPattern(f"[ \u3000]*(?:问题)?[（(]?(?P<number>{NUMERAL})(?:[)）：:、.．]|是)")


def are_counted_through(problems: Sequence[str]) -> bool:
    """Whether the problems bear the numbers from 1 on, not anew in each chapter."""
    found = (OWN_NUMBER.match(each) for each in problems)
    return all(
        each is not None and _number(each["number"]) == number
        for number, each in enumerate(found, 1)
    )


def referred_to(answer: str, problems: int) -> dict[int, str]:
    """The problems, by number from 0, that an answer names by their places among all, each with the words for it."""
    found: dict[int, str] = {}
    for label in LABEL.finditer(answer):
        for at in _series(label["after"] or label["before"] or label["bare"]):
            if 0 <= at < problems:
                found.setdefault(at, label["words"])
    for reference in REFERENCE.finditer(answer):
        for at in _places(reference.groupdict(), problems):
            if 0 <= at < problems:
                found.setdefault(at, reference["words"])
    return found


def _series(words: str) -> list[int]:
    numbers = [_number(each) - 1 for each in NUMBERS.findall(words)]
    for first, last in RANGE.findall(words):
        numbers += range(_number(first), _number(last) - 1)
    return numbers


def _places(told: Mapping[str, str | None], problems: int) -> Iterable[int]:
    if told["numbers"]:
        return [_number(each) - 1 for each in NUMBERS.findall(told["numbers"])]
    if told["only"]:
        return [0]
    if told["first"]:
        return range(_number(told["first"]))
    if told["last"]:
        return range(problems - _number(told["last"]), problems)
    return [problems - 1]


def _number(numeral: str) -> int:
    return value(numeral) or 0
