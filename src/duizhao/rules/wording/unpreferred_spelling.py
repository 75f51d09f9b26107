from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.misspellings import variants
from duizhao.rules.wording.misspellings.neighbours import is_met
from duizhao.rules.wording.misspellings.places import wrong_places

CODE = "DZ633"


@rule(
    CODE,
    on=Document,
    anchors=lambda: tuple(variants()),
    severity=Severity.HINT,
    source="《第一批异形词整理表》",
    strength=Strength.PRACTICE,
    beyond_statements=True,
)
def unpreferred_spelling(document: Document, reading: Reading) -> Iterator[Hit]:
    """不是推荐的写法"""
    for place in wrong_places(reading, reading.marks.get(CODE)):
        if not is_met(reading.text, place, either=True):
            word = reading.of(place)
            yield Hit(place, f"“{word}”今多写作“{variants()[word]}”")
