from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.years import year_of_date, year_of_title
from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

PHRASES = Phrases({"{十七大,十八大,十九大}{精神,报告}": ""})
# The year of the next congress: later statements should study that one.
LATEST = {"十七大": 2012, "十八大": 2017, "十九大": 2022}
NEXT = {"十七大": "十八大", "十八大": "十九大", "十九大": "二十大"}
NEXT_WITHIN = 300
"""In characters: how soon the next congress must be named as well."""


@rule(
    "DZ311",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def outdated_congress(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """学习内容停在上一届"""
    congress = reading.of(phrase)[:3]
    named = phrase.start + len(congress)
    if NEXT[congress] in reading.text[named : named + NEXT_WITHIN]:
        return
    year = year_of_date(reading.document) or year_of_title(reading.document)
    if year and year[0] > LATEST[congress]:
        yield Hit(
            phrase,
            f"材料写于{year[0]}年，这里学的还是{congress}",
            asks="本次会议要求学的是什么？",
        )
