"""讳莫如生 → 讳莫如深"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.misspellings.idioms import is_one_off, miswritten, pieces
from duizhao.rules.wording.misspellings.places import wrong_places
from duizhao.text import as_span

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
        if is_one_off(form, idiom, alike=True):
            yield Hit(place, f"“{form}”应为成语“{idiom}”")
        else:
            asks = f"是不是成语“{idiom}”？"
            yield Hit(place, f"“{form}”和成语只差一个字", asks=asks, severity=Severity.HINT)
