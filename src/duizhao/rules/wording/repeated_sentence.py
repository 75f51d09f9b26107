from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Reading, Severity, Strength, rule
from duizhao.text import Span

LEAST = 12
Found = tuple[Span, str, tuple[()], tuple[tuple[Span, str], ...]]


@rule(
    "DZ614",
    on=Document,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def repeated_sentence(document: Document, reading: Reading) -> Iterator[Found]:
    """句子重复"""
    start, end = document.span
    text = reading.text[start:end]
    pieces = text.replace("\n", "。").split("。")
    long = [piece for piece in pieces if len(piece) >= LEAST]
    if len(set(long)) == len(long):
        return
    headings = {heading.span.start for heading in document.headings}
    seen: dict[str, Span] = {}
    at = start
    for piece in pieces:
        span = _trimmed(piece, at)
        at += len(piece) + 1
        if span.end - span.start < LEAST or span.start in headings:
            continue
        first = seen.setdefault(piece.strip(), span)
        if first is not span:
            message = (
                "这一句与前面的一字不差；两处说的是同一件事吗？是就删去一处，不是就写出各自的事"
            )
            yield span, message, (), ((first, "第一次出现"),)


def _trimmed(piece: str, at: int) -> Span:
    start = at + len(piece) - len(piece.lstrip())
    return Span(start, max(start, at + len(piece.rstrip())))
