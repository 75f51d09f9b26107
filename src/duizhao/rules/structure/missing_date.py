"""No date at the end or under the title"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import closing
from duizhao.text.pattern import LazyPattern

# 入党时间：2015年6月 dates no paper.
OF_LIFE = LazyPattern("[党作职生学团](?:时间|日期)")
LONGEST_DATE = 16
"""In characters: of a cell that holds the date and nothing else."""

# （县档案馆副馆长　温某　2024年3月）.
DATE = LazyPattern("(?:20[0-9]{2}|二[〇○零]..) ?年 ?[0-9一二三四五六七八九十]{1,2} ?月")


@rule(
    "DZ114",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.5.4",
    strength=Strength.PRACTICE,
)
def missing_date(document: Document, reading: Reading) -> Iterator[Hit]:
    """没有成文日期"""
    if document.date is None and document.dateline is None and document.paragraphs:
        if any(_dates(reading.of(role)) for role in document.roles):
            return
        if any(_is_date(reading.of(each.span)) for each in document.preamble):
            return
        yield Hit(closing(document), "文末和标题下都没有日期。", asks="这是哪一天的稿子？")


def _dates(role: str) -> bool:
    return DATE.search(role) is not None and not OF_LIFE.search(role)


def _is_date(words: str) -> bool:
    """Whether a cell of a form, or a short line, is a date and nothing else."""
    return len(words) <= LONGEST_DATE and DATE.match(words) is not None
