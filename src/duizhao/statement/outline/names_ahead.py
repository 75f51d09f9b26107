"""Names of what is examined ahead of problems: 形式主义方面：…, 对照初心使命：…. They are no part of the problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duizhao.profiles import ChapterKind
from duizhao.statement.outline.points import Point, sentence
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

NAME = LazyPattern("(?:对照[^，。：；、\n]{2,10}|[^，。：；\n]{2,12}方面)[：:](?=[^\n])")
FEWEST_NAMES = 2


def behind_names(text: str, points: Sequence[Point]) -> list[Point]:
    """The points; problems begin behind such a name, if several have one. It is the title above them."""
    named = [
        NAME.match(text, *each.span) if each.kind is ChapterKind.PROBLEMS else None
        for each in points
    ]
    if len(named) - named.count(None) < FEWEST_NAMES:
        return list(points)
    found: list[Point] = []
    for each, name in zip(points, named, strict=True):
        if name is None:
            found.append(each)
            continue
        span = Span(name.end(), each.span.end)
        claim = each.claim if each.claim.start >= span.start else sentence(text, span)
        heading = each.heading or Span(name.start(), name.end() - 1)
        found.append(replace(each, span=span, claim=claim, heading=heading))
    return found
