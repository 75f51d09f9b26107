"""What is left out of account before texts are compared: quotations, wording of a list, and what everybody has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from duizhao.reuse.model import Subtracted
from duizhao.reuse.official import OfficialWording
from duizhao.text.span import Span

QUOTED = re.compile(r"《[^《》\n]{2,200}》|“[^“”\n]{2,500}”")


def subtracted(text: str, wording: OfficialWording) -> tuple[Subtracted, ...]:
    """The stretches of `text` that do not count whoever else has them."""
    found = [
        Subtracted(Span(*each.span()), "引文", "书名号或引号") for each in QUOTED.finditer(text)
    ]
    found += [Subtracted(span, "固定提法", source) for span, source in wording.places(text)]
    return tuple(sorted(found, key=lambda each: each.span))


def common_places(
    places: Iterable[tuple[int, int]], length: int, documents: int
) -> tuple[Subtracted, ...]:
    """Grams of `length` characters that too many documents have (offset, how many), those that touch as one stretch."""
    stretches: list[tuple[int, int, int]] = []
    for start, spread in sorted(places):
        if stretches and start <= stretches[-1][1]:
            first, _, most = stretches[-1]
            stretches[-1] = first, start + length, max(most, spread)
        else:
            stretches.append((start, start + length, spread))
    return tuple(
        Subtracted(Span(start, end), "常见说法", f"索引里 {documents} 份材料有 {spread} 份这样写")
        for start, end, spread in stretches
    )
