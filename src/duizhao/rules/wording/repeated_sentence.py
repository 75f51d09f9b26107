from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

SHORTEST_SENTENCE = 12


@rule(
    "DZ614",
    on=Document,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def repeated_sentence(document: Document, reading: Reading) -> Iterator[Hit]:
    """句子重复"""
    start, end = document.span
    text = reading.text[start:end]
    pieces = text.replace("\n", "。").split("。")
    bare = [piece.strip() for piece in pieces if len(piece) >= SHORTEST_SENTENCE]
    if len(set(bare)) == len(bare):
        return
    counts = Counter(bare)
    repeated = {
        words for words, count in counts.items() if count > 1 and len(words) >= SHORTEST_SENTENCE
    }
    headings = {heading.span.start for heading in document.headings}
    seen: dict[str, Span] = {}
    at = start
    for piece in pieces:
        words = piece.strip() if len(piece) >= SHORTEST_SENTENCE else ""
        if words in repeated and (span := _trimmed(piece, at)).start not in headings:
            first = seen.setdefault(words, span)
            if first is not span:
                yield Hit(
                    span,
                    "这一句与前面的一字不差",
                    asks="两处说的是同一件事吗？",
                    advice="是同一件就删去一处，不是就各写各的事",
                    related=((first, "第一次出现"),),
                )
        at += len(piece) + 1


def _trimmed(piece: str, at: int) -> Span:
    start = at + len(piece) - len(piece.lstrip())
    return Span(start, max(start, at + len(piece.rstrip())))
