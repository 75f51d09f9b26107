from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span, value


@value
class EndlessSentenceOptions:
    """`most`: the most characters that a sentence may have, punctuation included."""

    most: int = 150


@rule(
    "DZ613",
    on=Document,
    options=EndlessSentenceOptions(),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.PRACTICE,
)
def endless_sentence(
    document: Document, reading: Reading, length: EndlessSentenceOptions
) -> Iterator[Hit]:
    """句子过长"""
    start, end = document.span
    pieces = reading.text[start:end].split("。")
    if max(map(len, pieces)) <= length.most:
        return
    at = start
    for piece in pieces:
        if len(piece) > length.most:
            yield from _sentences(piece, at, length.most)
        at += len(piece) + 1


def _sentences(piece: str, at: int, most: int) -> Iterator[Hit]:
    """The sentences longer than `most` between two full stops. The text between them may have several lines."""
    for line in piece.replace("！", "\n").replace("？", "\n").split("\n"):
        sentence = line.strip()
        if len(sentence) > most and sentence.count("，") > 2 and "http" not in sentence:
            start = at + len(line) - len(line.lstrip())
            yield Hit(
                Span(start, start + len(sentence)),
                f"这一句有{len(sentence)}个字（超过{most}），读者要停几次才读得完",
                asks="它说了几件事？",
                advice="请一件一句",
            )
        at += len(line) + 1
