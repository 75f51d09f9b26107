"""Points that are numbered as chapters: 一、问题, below it 一、 二、 三、, then 二、原因; or 一、 below 病根在哪."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duizhao.document.headings.outline_piece import HeadedText
from duizhao.document.headings.title_words import heads_part
from duizhao.document.headings.unnumbered_heading import names_part
from duizhao.document.nodes import Heading, NumberStyle

FEWEST_BARE, FEWEST_INVERTED = 2, 4


def with_points_below(text: str, pieces: list[HeadedText]) -> list[HeadedText]:
    """The pieces, with the headings of points that are numbered as the chapter above them one level below it.

    A chapter is one by its place: the next number of its style begins again at 1. The first and one more must have a
    chapter's name (一、问题 … 二、原因).
    """
    headings = [heading for heading, _, _ in pieces if heading]
    if moved := _below_bare(headings) or _above_sections(text, headings):
        return _moved(pieces, moved)
    for at in range(len(headings) - 1):
        if _opens(text, headings, at):
            return _moved(pieces, _below(text, headings, at))
    return pieces


def _moved(pieces: list[HeadedText], below: dict[Heading, Heading]) -> list[HeadedText]:
    return [
        (below.get(heading, heading) if heading else None, start, end)
        for heading, start, end in pieces
    ]


def _below_bare(headings: Sequence[Heading]) -> dict[Heading, Heading]:
    """All numbered headings one level lower, if below each chapter without a number 一、 begins again."""
    bare = [at for at, heading in enumerate(headings) if not heading.marker and heading.level == 1]
    if len(bare) < FEWEST_BARE or bare[0] or not any(_is_chapter(each) for each in headings):
        return {}
    last = 0
    for heading in headings:
        if not heading.marker:
            last = 0
        elif _is_chapter(heading):
            if heading.marker.number != last + 1:
                return {}
            last = heading.marker.number
    return {each: replace(each, level=each.level + 1) for each in headings if each.marker}


def _above_sections(text: str, headings: Sequence[Heading]) -> dict[Heading, Heading]:
    """The chapters of a text without 一、 that are counted by 1. and stand above （一）, one level above these.

    They count on from the first heading and name parts of a statement; what counts on below （一） is none.
    """
    if len(headings) < FEWEST_INVERTED or not _is_counted(headings[0], NumberStyle.POINT, 1):
        return {}
    if not _is_counted(headings[1], NumberStyle.SECTION, 1) or any(map(_is_chapter, headings)):
        return {}
    moved: dict[Heading, Heading] = {}
    named = last = 0
    for heading in headings:
        if not heading.marker or heading.marker.style is not NumberStyle.POINT:
            last = 0 if heading.level <= NumberStyle.SECTION.level else last
            continue
        number, has_name = heading.marker.number, _is_named(text, heading)
        if number == len(moved) + 1 and (
            has_name or (moved and number != last + 1 and not heading.run_in)
        ):
            moved[heading] = replace(heading, level=1)
            named, last = named + has_name, 0
        else:
            last = number
    return moved if named and len(moved) > 1 else {}


def _is_counted(heading: Heading, style: NumberStyle, number: int) -> bool:
    marker = heading.marker
    return marker is not None and marker.style is style and marker.number == number


def _is_chapter(heading: Heading) -> bool:
    return heading.marker is not None and heading.marker.style is NumberStyle.CHAPTER


def _opens(text: str, headings: Sequence[Heading], at: int) -> bool:
    """Whether the heading `at` is the first of such chapters: below it, or else below the second, the count is anew."""
    heading = headings[at]
    if heading.marker is None or heading.marker.number != 1 or not _is_named(text, heading):
        return False
    if _begins_again(heading, headings[at + 1]):
        return True
    if not _is_chapter(heading):
        return False
    counted = 1
    for later in range(at + 1, len(headings) - 1):
        marker = headings[later].marker
        if marker and marker.style is heading.marker.style:
            counted += 1
            if marker.number != counted:
                return False
            is_named = _is_named(text, headings[later])
            if _begins_again(headings[later], headings[later + 1]):
                # Behind the third chapter a second statement may begin: 一、存在的问题.
                return is_named if counted == 2 else not _is_named(text, headings[later + 1])
            if not is_named:
                return False
    return False


def _begins_again(heading: Heading, following: Heading) -> bool:
    marker, other = heading.marker, following.marker
    if marker is None or other is None or following.level != heading.level:
        return False
    return other.number == 1 and other.style is marker.style


def _is_named(text: str, heading: Heading) -> bool:
    title = heading.title
    if title.start == title.end or heading.run_in:
        return False
    words = title.of(text)
    return names_part(words) or heads_part(words)


def _below(text: str, headings: Sequence[Heading], first: int) -> dict[Heading, Heading]:
    """The headings behind the first chapter that are points: those that begin no chapter."""
    opened = headings[first]
    assert opened.marker is not None
    chapters = named = 1
    level, style = opened.level, opened.marker.style
    below: dict[Heading, Heading] = {}
    is_list = False
    for at in range(first + 1, len(headings)):
        heading = headings[at]
        marker = heading.marker
        if marker is not None and heading.level == level and marker.style is style:
            has_name = _is_named(text, heading)
            begins = at + 1 < len(headings) and _begins_again(heading, headings[at + 1])
            if marker.number == chapters + 1 and (has_name or begins):
                chapters += 1
                named += has_name
                is_list = False
                continue
            is_list = True
        if is_list and heading.level >= level:
            below[heading] = replace(heading, level=heading.level + 1)
    return below if named > 1 else {}
