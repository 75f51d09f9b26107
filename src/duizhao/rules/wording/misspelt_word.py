"""考勤松驰 → 考勤松弛"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording import misspellings
from duizhao.rules.wording.misspellings.neighbours import is_met
from duizhao.rules.wording.misspellings.places import wrong_places
from duizhao.text import Edit

CODE = "DZ630"


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
        if not is_met(reading.text, place, either=wrong in at_borders):
            right = certain.get(wrong) or at_borders[wrong]
            yield Hit(place, f"错别字：“{wrong}”应为“{right}”。", (Edit(place, right),))
