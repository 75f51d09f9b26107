"""讳莫如生 → 讳莫如深"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.misspellings.idioms import (
    HALF_LENGTH,
    are_alike,
    miswritten,
    pieces,
    seldom_used,
    wrong_character,
)
from duizhao.rules.wording.misspellings.places import wrong_places
from duizhao.rules.wording.slips import common_words, known_words
from duizhao.text import Span, as_span

CODE = "DZ634"
WHOLE_FORMS = "DZ630"


@rule(
    CODE,
    on=Document,
    anchors=pieces,
    severity=Severity.WARNING,
    source="成语的通行写法",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def miswritten_idiom(document: Document, reading: Reading) -> Iterator[Hit]:
    """成语写错一个字"""
    found = miswritten(reading.text, reading.marks.get(CODE))
    if not found:
        return
    listed = [as_span(place) for place in reading.marks.get(WHOLE_FORMS)]
    idioms = {
        each.place: each.idiom
        for each in found
        if not any(each.place.overlaps(place) for place in listed)
    }
    for place in wrong_places(reading, idioms):
        form, idiom = reading.of(place), idioms[place]
        if _is_sure(reading.text, place, idiom):
            yield Hit(place, f"“{form}”应为成语“{idiom}”")
        elif not {form[:HALF_LENGTH], form[HALF_LENGTH:]} <= known_words():
            # 公车使用 and 历来如此 are two words that meet.
            asks = f"是不是成语“{idiom}”？"
            yield Hit(place, f"“{form}”和成语只差一个字", asks=asks, severity=Severity.HINT)


def _is_sure(text: str, place: Span, idiom: str) -> bool:
    """True if the wrong character is like the right one and makes no word with a neighbour (有些松懈), and if the form
    stands in no dictionary (一片散沙).
    """
    form = place.of(text)
    at = wrong_character(form, idiom)
    if not are_alike(form[at], idiom[at]) or form in seldom_used():
        return False
    around = text[place.start + at - 1 : place.start + at + 2]
    return around[:2] not in common_words() and around[1:] not in common_words()
