from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pinyin import ANCHORS, glosses

CODE = "DZ329"
SHOWN_PLACES = 20
# One may tell how a rare character of a name is read.
ON_PURPOSE = 1


@rule(
    CODE,
    on=Document,
    anchors=ANCHORS,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    as_written=True,
    corrects=True,
)
def pinyin_in_brackets(document: Document, reading: Reading) -> Iterator[Hit]:
    """字后括号里注了拼音"""
    if not reading.marks.get(CODE):
        return
    start, end = document.span
    places = [Span(start + at, start + to) for at, to in glosses(reading.text[start:end])]
    if not places:
        return
    first, *others = places
    if len(places) <= ON_PURPOSE:
        message = f"“{reading.of(first)}”是注音。"
        yield Hit(first, message, severity=Severity.HINT, asks="是有意注的，还是复制时带进来的？")
        return
    yield Hit(
        first,
        f"“{reading.of(first)}”这样的注音共{len(places)}处，是复制时带进来的；材料不用注音，请删去",
        tuple(Edit(place, "") for place in places),
        tuple((place, "另一处注音") for place in others[:SHOWN_PLACES]),
    )
