"""考勤松驰 → 考勤松弛"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording import misspellings
from duizhao.rules.wording.misspellings.neighbours import is_met
from duizhao.rules.wording.misspellings.places import wrong_places
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ630"
IDIOM = 4
# 把“授予”写成“授于”: a mistake that is told of.
TOLD_OF = LazyPattern("(?:写|印|读|念|打|登|刊|错|误)[成为作]“[^“”\n]{0,8}$")
FARTHEST = 12


def _forms() -> Iterable[str]:
    return (*misspellings.certain(), *misspellings.at_borders())


@rule(
    CODE,
    on=Document,
    anchors=_forms,
    severity=Severity.ERROR,
    source="通行的公文错别字对照资料",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def misspelt_word(document: Document, reading: Reading) -> Iterator[Hit]:
    """错别字"""
    certain, at_borders = misspellings.certain(), misspellings.at_borders()
    for place in wrong_places(reading, reading.marks.get(CODE)):
        wrong = reading.of(place)
        if is_met(reading.text, place, either=wrong in at_borders):
            continue
        if not TOLD_OF.search(reading.text, max(0, place.start - FARTHEST), place.start):
            right = certain.get(wrong) or at_borders[wrong]
            message = f"错别字：“{wrong}”应为“{right}”。"
            # “同病相连”, set off by quotation marks outside a statement, is a play on words.
            is_played = not reading.statement.recognised and _is_quoted_idiom(reading.text, place)
            severity = Severity.HINT if is_played else None
            yield Hit(place, message, (Edit(place, right),), severity=severity)


def _is_quoted_idiom(text: str, place: Span) -> bool:
    around = text[place.start - 1 : place.start] + text[place.end : place.end + 1]
    return place.end - place.start == IDIOM and around == "“”"
