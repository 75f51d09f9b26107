"""Reads which problems an answer names by their numbers: 第四条是架子大了, 前三条的病根, 针对第二个问题."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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


def referred_to(answer: str, problems: int) -> dict[int, str]:
    """The problems, by number from 0, that an answer names by their places among all, each with the words for it."""
    found: dict[int, str] = {}
    for reference in REFERENCE.finditer(answer):
        for at in _places(reference.groupdict(), problems):
            if 0 <= at < problems:
                found.setdefault(at, reference["words"])
    return found


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
