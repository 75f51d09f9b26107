"""A text cut into pieces, so that all characters of a piece lie in the same stretches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeVar

from duizhao.text import Span

Tag = TypeVar("Tag")
Stretches = Iterable[tuple[Span, Tag]]


class TextPiece(NamedTuple):
    """A piece and the tags of its stretches, in the order in which these begin."""

    span: Span
    tags: tuple[object, ...]


def pieces(whole: Span, stretches: Stretches[Tag], cuts: Iterable[int] = ()) -> Iterator[TextPiece]:
    """All pieces of `whole` in order. Stretches may overlap; an empty one gives an empty piece."""
    bounds = {*whole, *(at for at in cuts if whole.start <= at <= whole.end)}
    begins: dict[int, list[tuple[int, Tag]]] = defaultdict(list)
    for (start, end), tag in sorted(stretches, key=lambda each: each[0]):
        if start <= whole.end and end >= whole.start:
            first, last = max(start, whole.start), min(end, whole.end)
            begins[first].append((last, tag))
            bounds |= {first, last}
    inside: list[tuple[int, Tag]] = []
    for at, following in pairwise((*sorted(bounds), whole.end)):
        inside = [each for each in inside if each[0] > at]
        for last, tag in begins[at]:
            if last > at:
                inside.append((last, tag))
            else:
                yield TextPiece(Span(at, at), (*(tag for _, tag in inside), tag))
        if following > at:
            yield TextPiece(Span(at, following), tuple(tag for _, tag in inside))
