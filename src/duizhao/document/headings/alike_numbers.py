"""Chapters and the points below them under numbers of one style: 一、问题, below it 一、 二、 三、, then 二、原因."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duizhao.document.headings.outline_piece import HeadedText
from duizhao.document.headings.unnumbered_heading import names_part
from duizhao.document.nodes import Heading


def with_points_below(text: str, pieces: list[HeadedText]) -> list[HeadedText]:
    """The pieces, with the headings of points that are numbered as the chapter above them one level below it.

    A chapter is one by its place: the next number of its style begins again at 1. The first and one more must have a
    chapter's name (一、问题 … 二、原因).
    """
    headings = [heading for heading, _, _ in pieces if heading]
    for at in range(len(headings) - 1):
        if _opens(text, headings[at], headings[at + 1]):
            below = _below(text, headings, at)
            return [
                (below.get(heading, heading) if heading else None, start, end)
                for heading, start, end in pieces
            ]
    return pieces


def _opens(text: str, heading: Heading, following: Heading) -> bool:
    marker = heading.marker
    return (
        marker is not None
        and marker.number == 1
        and _begins_again(heading, following)
        and _is_named(text, heading)
    )


def _begins_again(heading: Heading, following: Heading) -> bool:
    marker, other = heading.marker, following.marker
    if marker is None or other is None or following.level != heading.level:
        return False
    return other.number == 1 and other.style is marker.style


def _is_named(text: str, heading: Heading) -> bool:
    title = heading.title
    return title.start < title.end and not heading.run_in and names_part(title.of(text))


def _below(text: str, headings: Sequence[Heading], first: int) -> dict[Heading, Heading]:
    """The headings behind the first chapter that are points: those that begin no chapter."""
    opened = headings[first]
    assert opened.marker is not None
    chapters = named = 1
    level, style = opened.level, opened.marker.style
    below: dict[Heading, Heading] = {}
    for at in range(first + 1, len(headings)):
        heading = headings[at]
        marker = heading.marker
        if marker is not None and heading.level == level and marker.style is style:
            has_name = _is_named(text, heading)
            begins = at + 1 < len(headings) and _begins_again(heading, headings[at + 1])
            if marker.number == chapters + 1 and (has_name or begins):
                chapters += 1
                named += has_name
                continue
        if heading.level >= level:
            below[heading] = replace(heading, level=heading.level + 1)
    return below if named > 1 else {}
