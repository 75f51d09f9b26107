from __future__ import annotations

from collections.abc import Iterator

from duizhao.chronology import Event, EventKind, chronology
from duizhao.document.years import year_of_date, year_of_title
from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

PHRASES = Phrases({"{十七大,十八大,十九大}{精神,报告}": ""})
NEXT_WITHIN = 300
"""In characters: how soon the next congress must be named as well."""


@rule(
    "DZ311",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("F6", "G3"),
)
def outdated_congress(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """学习内容停在上一届"""
    congress = reading.of(phrase)[:3]
    later = _next(congress)
    named = phrase.start + len(congress)
    if later is None or later.name in reading.text[named : named + NEXT_WITHIN]:
        return
    year = year_of_date(reading.document) or year_of_title(reading.document)
    if year and year[0] > later.opened.year:
        yield Hit(
            phrase,
            f"材料写于{year[0]}年，这里学的还是{congress}",
            asks="本次会议要求学的是什么？",
        )


def _next(congress: str) -> Event | None:
    """The congress after this one; later statements should study that."""
    held = chronology().of_kind(EventKind.CONGRESS)
    names = [each.name for each in held]
    after = names.index(congress) + 1 if congress in names else len(names)
    return held[after] if after < len(held) else None
