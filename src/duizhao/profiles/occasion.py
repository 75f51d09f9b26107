"""The meeting that a statement was written for, as its title names it, or else its opening."""

from __future__ import annotations

import re
from collections.abc import Collection

from duizhao.text import value
from duizhao.text.pattern import LazyPattern

MEETINGS = ("民主生活会", "组织生活会")
YEAR = LazyPattern(
    r"(?<![\d〇○零一二三四五六七八九])(?:(20\d\d)|二[〇○零0]([〇○零0一二三四五六七八九]{2}))(?!\d)[ 　]*(年度?)?"
)
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# What stands in the clause of an earlier meeting: 上年度民主生活会, 民主生活会整改措施落实情况.
EARLIER = LazyPattern("上一?年|去年|上一?次|往年|历次|以往|近年")
OPENING_MEETING = LazyPattern(
    "(?<![^，。；：！？\n])[^，。；：！？\n]{0,80}?(?:民主|组织)生活会(?!整改|查摆|问题|检视|以来|后|确定|反馈|情况|召开以来)"
)
# A meeting on a matter of its own, of which no template tells: 巡视反馈整改专题民主生活会.
OWN_MATTER = LazyPattern(
    "(?:巡[视察]|督察|督导|以案促改|以案为鉴|警示教育|党史学习教育|审计|案件|事故)[^，。；：\n]{0,14}专题(?:民主|组织)生活会"
)


@value
class Occasion:
    """The years that a meeting may be of, and the kinds of meeting; empty where nothing names them.

    `clause` are the words of the opening that name it.
    """

    years: frozenset[int]
    meetings: frozenset[str]
    clause: str = ""

    @classmethod
    def from_words(cls, title: str, opening: str) -> Occasion:
        """What the title names, with what only the opening names."""
        clause = opening_meeting(opening)
        return cls(
            years_of(title) or years_of(clause), meetings_of(title) or meetings_of(clause), clause
        )

    def is_other(self, years: Collection[int], meetings: Collection[str]) -> bool:
        """Is it another meeting than one of these years and kinds? What either does not name fits."""
        return bool(
            (self.years and years and self.years.isdisjoint(years))
            or (self.meetings and meetings and self.meetings.isdisjoint(meetings))
        )


def years_of(words: str) -> frozenset[int]:
    """The years that the meeting of a title may be of: 2025年度, or for 2025年 also the year before.

    The meeting of one year is often held early in the next, and called by either.
    """
    if "20" not in words and "二" not in words:
        return frozenset()
    found = [(int(digits_of_year(each)), each[3]) for each in YEAR.finditer(words)]
    if exact := [year for year, unit in found if unit == "年度"]:
        return frozenset(exact)
    return frozenset(each for year, _ in found for each in (year, year - 1))


def with_digits(words: str) -> str:
    """`words` with every year as signs of profiles have it: 2024民主生活会, 二〇二四年 become 2024年."""
    if "20" not in words and "二" not in words:
        return words
    return YEAR.sub(lambda each: f"{digits_of_year(each)}{each[3] or '年'}", words)


def digits_of_year(found: re.Match[str]) -> str:
    """The year of a match of YEAR: 2023, also where it is written 二〇二三."""
    return found[1] or f"20{found[2].translate(DIGITS)}"


def meetings_of(words: str) -> frozenset[str]:
    """The kinds of meeting that words name."""
    return frozenset(each for each in MEETINGS if each in words)


def matter_of_its_own(title: str, opening: str) -> str:
    """The words that name a meeting held on a matter of its own; empty where none is named."""
    found = OWN_MATTER.search(title) or OWN_MATTER.search(opening_meeting(opening))
    return found[0] if found else ""


def opening_meeting(opening: str) -> str:
    """The clause of an opening that names the meeting; empty where none does, or only as an earlier one."""
    if "生活会" not in opening:
        return ""
    for found in OPENING_MEETING.finditer(opening):
        if not EARLIER.search(found[0]):
            return found[0]
    return ""
