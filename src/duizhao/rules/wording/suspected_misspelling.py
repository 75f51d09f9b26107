"""有所送懈 → 是不是“松懈”？"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.misspellings import suspected, wrong_alone
from duizhao.rules.wording.misspellings.neighbours import is_met, stands_alone
from duizhao.rules.wording.misspellings.places import wrong_places
from duizhao.text import SortedStrings, Span, as_span

CODE = "DZ631"
HOW_MUCH = frozenset("多少勤晚早慢快紧松细粗深浅")
NOT_YET = ("没有", "没", "从未", "未曾", "不曾")


class Forms(SortedStrings):
    """The forms of both tables, of which a first text needs few."""

    def __iter__(self) -> Iterator[str]:
        return chain(suspected(), wrong_alone())

    def begun_in(self, begun: Collection[str]) -> list[str]:
        """Those that are among these characters and pairs of a text."""
        return [*suspected().begun_in(begun), *wrong_alone().begun_in(begun)]


@rule(
    CODE,
    on=Document,
    anchors=Forms,
    severity=Severity.HINT,
    source="词典与三千万字正确文本里都没有的写法",
    strength=Strength.DERIVED,
    beyond_statements=True,
)
def suspected_misspelling(document: Document, reading: Reading) -> Iterator[Hit]:
    """疑似错字"""
    listed = {*reading.marks.get("DZ630"), *reading.marks.get("DZ633")}
    places = [
        place
        for place in reading.marks.get(CODE)
        if place not in listed and _is_suspect(reading.text, as_span(place))
    ]
    for place in wrong_places(reading, places):
        wrong = reading.of(place)
        right = suspected().get(wrong) or wrong_alone()[wrong]
        yield Hit(place, f"“{wrong}”不像一个词", asks=f"是不是“{right}”？")


def _is_suspect(text: str, form: Span) -> bool:
    # 没有问过: the particle ends a verb, and no word.
    if text[form.end - 1] == "过" and text.endswith(NOT_YET, 0, form.start):
        return False
    # 下村去得少.
    if text[form.end - 1] == "得" and text[form.end : form.end + 1] in HOW_MUCH:
        return False
    if form.of(text) in suspected():
        return not is_met(text, form, either=True)
    return stands_alone(text, form)
