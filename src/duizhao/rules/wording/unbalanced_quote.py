from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording._pairing import pair_marks
from duizhao.text import Span

CODE = "DZ605"
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}


@rule(
    CODE,
    on=Document,
    anchors=(*QUOTES, "”", "」", "』", "‘", "’"),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.8",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def unbalanced_quote(document: Document, reading: Reading) -> Iterator[Hit]:
    """引号不成对"""
    text = reading.text
    found = pair_marks(text, reading.marks.get(CODE), QUOTES)
    for span in found.unclosed:
        if not _goes_on(text, span):
            yield Hit(span, "这个前引号没有配对的后引号", asks="引的话或特指的词到哪里为止？")
    for span in found.unopened:
        # ’ alone is also an apostrophe.
        if reading.of(span) != "’" or not text[span.start - 1 : span.start].isascii():
            yield Hit(span, "这个后引号没有配对的前引号", asks="引的话或特指的词从哪里开始？")


def _goes_on(text: str, quote: Span) -> bool:
    """True if the next paragraph opens with the same mark: a quotation of several paragraphs closes only at its end."""
    line_end = text.find("\n", quote.end, quote.end + 2000)
    return line_end > 0 and text[line_end : line_end + 20].lstrip().startswith(text[quote.start])
