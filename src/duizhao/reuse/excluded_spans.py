"""What is excluded before texts are compared: quotations, and official wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.reuse.model import ExcludedSpan
from duizhao.reuse.official import OfficialWording
from duizhao.text.span import Span

QUOTED = re.compile(r"《[^《》\n]{2,200}》|“[^“”\n]{2,500}”")


def excluded_spans(text: str, wording: OfficialWording) -> tuple[ExcludedSpan, ...]:
    """The stretches of `text` that never count, in order, each with its reason and source."""
    found = [ExcludedSpan(span, "引文", "书名号或引号") for span in quotations(text)]
    found += [ExcludedSpan(span, "固定提法", source) for span, source in wording.places(text)]
    return tuple(sorted(found, key=lambda each: each.span))


def excluded_ranges(text: str, wording: OfficialWording) -> Iterator[tuple[int, int]]:
    """The same stretches as starts and ends, unordered and overlapping: fingerprints need no more."""
    yield from quotations(text)
    yield from wording.ranges(text)


def quotations(text: str) -> Iterator[Span]:
    """What stands in book-title or quotation marks."""
    # Tried at the opening marks alone, which are found many times faster than by the pattern.
    title, speech = text.find("《"), text.find("“")
    while title >= 0 or speech >= 0:
        start = title if speech < 0 or 0 <= title < speech else speech
        found = QUOTED.match(text, start)
        end = found.end() if found else start + 1
        if found:
            yield Span(start, end)
        if 0 <= title < end:
            title = text.find("《", end)
        if 0 <= speech < end:
            speech = text.find("“", end)
