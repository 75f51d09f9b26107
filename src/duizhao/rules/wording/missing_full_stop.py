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
PAUSES = frozenset("，、")
BLANKS = LazyPattern(r"\s*")


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
    bare += [span for span in _broken_off(document) if span not in bare]
    if len(bare) <= MAX_UNFINISHED:
        for span in bare:
            last = text[span.end - 1]
            yield Hit(
                Span(span.end - 1, span.end),
                f"这一段停在“{last}”上" if last in PAUSES else "这一段到这里没有标点",
                asks="话说完了吗？",
                advice=f"没完请补全，完了请{'改成' if last in PAUSES else '加'}句号",
            )


def _broken_off(document: Document) -> list[Span]:
    """A numbered line that ends in a pause, with another number or nothing behind it: 2.认识不够，⏎3.….

    Several that end in commas are a list written so.
    """
    text = document.text
    starts = {each.span.start for each in document.headings}
    starts |= {each.span.start for each in document.items}
    starts.add(len(text))
    found = [each.span for each in document.headings if each.title.start < each.title.end]
    found += [each.span for each in document.paragraphs if each.table is None]
    found = [
        span
        for span in found
        if text[span.end - 1] in PAUSES and _behind_blanks(text, span.end) in starts
    ]
    if sum(text[span.end - 1] == "，" for span in found) > 1:
        return []
    return found


def _behind_blanks(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


def _is_prose(paragraph: str) -> bool:
    """True for a sentence of several clauses; a row of a table and a field (完成时限：…) need no mark at their end."""
    return "，" in paragraph and "\t" not in paragraph.strip() and not FIELD.match(paragraph)
