"""党委 in the title, 党组 in the preamble"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure._bodies import body_in_preamble, body_in_title, differ
from duizhao.text import Span


@rule(
    "DZ112",
    on=Document,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("F4",),
)
def different_bodies(document: Document, reading: Reading) -> Iterator[Hit]:
    """标题与开头写的单位不是一个"""
    if not (document.title and document.preamble):
        return
    lines = Span(document.title[0].start, max((*document.title, *document.roles))[1])
    named = body_in_title(reading.text, lines)
    acting = body_in_preamble(reading.text, document.preamble[0].span) if named else None
    if named and acting and differ(named, acting):
        yield Hit(
            acting.span,
            f"标题写的是“{reading.of(named.span)}”，这里写的是“{reading.of(acting.span)}”，"
            "不是同一个单位或同一类党组织。",
            asks="哪一个是本单位？",
            related=((named.span, "标题里的职务"),),
        )
