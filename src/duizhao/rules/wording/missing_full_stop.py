from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.document.field_labels import FIELD_LABEL
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

ENDS = frozenset("。！？；：…”）》】’.!?;:—、")


HAN = LazyPattern(r"[\u4e00-\u9fff，]")


FIELD = LazyPattern(f"\\s*{FIELD_LABEL}\\s*[:：]")
SHORTEST_PARAGRAPH = 20
# If more lines than this stop in mid-sentence, the text is hard-wrapped, not unfinished.
MAX_UNFINISHED = 3


@rule(
    "DZ623",
    on=Document,
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.1",
    strength=Strength.EVIDENT,
)
def missing_full_stop(document: Document, reading: Reading) -> Iterator[Hit]:
    """段末缺标点"""
    text = reading.text
    bare = [
        paragraph.span
        for paragraph in document.paragraphs
        if paragraph.table is None
        and text[paragraph.span.end - 1] not in ENDS
        and paragraph.span.end - paragraph.span.start > SHORTEST_PARAGRAPH
    ]
    bare = [span for span in bare if HAN.match(text[span.end - 1]) and _is_prose(reading.of(span))]
    if len(bare) <= MAX_UNFINISHED:
        for span in bare:
            yield Hit(
                Span(span.end - 1, span.end),
                "这一段到这里没有标点",
                asks="话说完了吗？",
                advice="没完请补全，完了请加句号",
            )


def _is_prose(paragraph: str) -> bool:
    """True for a sentence of several clauses; a row of a table and a field (完成时限：…) need no mark at their end."""
    return "，" in paragraph and "\t" not in paragraph.strip() and not FIELD.match(paragraph)
