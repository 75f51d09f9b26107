"""有所送懈 → 是不是“松懈”？"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.misspellings import suspected
from duizhao.rules.wording.misspellings.neighbours import is_met
from duizhao.rules.wording.misspellings.places import wrong_places

CODE = "DZ631"


@rule(
    CODE,
    on=Document,
    anchors=suspected,
    severity=Severity.HINT,
    source="词典与两千五百万字正确文本里都没有的写法",
    strength=Strength.DERIVED,
    beyond_statements=True,
)
def suspected_misspelling(document: Document, reading: Reading) -> Iterator[Hit]:
    """疑似错字"""
    listed = {*reading.marks.get("DZ630"), *reading.marks.get("DZ633")}
    places = [place for place in reading.marks.get(CODE) if place not in listed]
    for place in wrong_places(reading, places):
        if not is_met(reading.text, place, either=True):
            wrong = reading.of(place)
            right = suspected()[wrong]
            yield Hit(place, f"“{wrong}”不像一个词", asks=f"是不是“{right}”？")
