"""Points whose claim has a line of its own above what happened: 碰硬不够。⏎去年两户争地，….

Such lines have no number, and each stands above one longer paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document import Paragraph
from duizhao.statement.outline.end_of_list import is_closing
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CLAIM = LazyPattern("(?!.*(?:如下|以下|有[几两三四五六])|[我先再])[^。；！？：\\n\\d]{4,24}[。；]?")
SHORTEST_TOLD, ENDS = 18, frozenset("。！？”）")


def with_claims(text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, each claim and what is told below it as one; as they are, unless they take turns throughout."""
    last = len(paragraphs)
    while last and is_closing(text, *paragraphs[last - 1].span):
        last -= 1
    pairs = list(zip(paragraphs[:last:2], paragraphs[1:last:2], strict=False))
    if last % 2 or not pairs or not all(_is_pair(text, *each) for each in pairs):
        return paragraphs
    joined = [Paragraph(Span(claim.span.start, told.span.end)) for claim, told in pairs]
    return [*joined, *paragraphs[last:]]


def _is_pair(text: str, claim: Paragraph, told: Paragraph) -> bool:
    (start, end), (first, stop) = claim.span, told.span
    return (
        stop - first >= max(SHORTEST_TOLD, 2 * (end - start))
        and text[stop - 1] in ENDS
        and CLAIM.fullmatch(text, start, end) is not None
    )
