from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern
from duizhao.text.simplified import ONLY_TRADITIONAL

CODE = "DZ615"
RUN = LazyPattern(f"[{''.join(ONLY_TRADITIONAL)}]+")
# A text with more traditional characters than one in fifty was written so on purpose.
CHARACTERS_PER_SLIP = 50


@rule(
    CODE,
    on=Document,
    anchors=tuple(ONLY_TRADITIONAL),
    severity=Severity.WARNING,
    source="《通用规范汉字表》（2013）",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    as_written=True,
    corrects=True,
)
def traditional_character(document: Document, reading: Reading) -> Iterator[Hit]:
    """简体文中夹杂繁体字"""
    places = reading.marks.get(CODE)
    start, end = document.span
    if len(places) * CHARACTERS_PER_SLIP > max(end - start, CHARACTERS_PER_SLIP * 5):
        return
    done = -1
    for at, _ in places:
        found = RUN.match(reading.text, at) if at >= done else None
        if found:
            done = found.end()
            simple = "".join(ONLY_TRADITIONAL[character] for character in found[0])
            span = Span(at, done)
            yield Hit(
                span, f"“{found[0]}”是繁体字，通用规范汉字是“{simple}”", (Edit(span, simple),)
            )
