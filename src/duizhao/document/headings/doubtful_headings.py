"""Lines whose number only their neighbours confirm: 2.3个支部 behind 1.; 十一，车站 counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.document.headings.numbered_heading import headed
from duizhao.document.headings.outline_piece import HeadedText
from duizhao.document.nodes import Heading, Marker, NumberStyle
from duizhao.document.numbering.doubtful_number import AMOUNT, COUNTED, FIRST, MARKS, number_at
from duizhao.text.pattern import LazyPattern

# 十一，车站客流大 and 十一、春节期间 tell of a day, 十一、节约意识不强 counts.
NATIONAL_DAY = LazyPattern(
    "十一(?:[，,]|、[^。；\n]{0,8}?(?:节|節|元旦|五一|春运|春運|假|期间|期間|当天|當天|当日|前后|前後))"
)
NATIONAL_DAY_AS_NUMBER = 11


@dataclass(slots=True)
class _Following:
    """The next number of a style below a line: of a sure heading, and of a doubtful line."""

    sure: int | None
    doubtful: int | None


def settled(text: str, pieces: list[HeadedText]) -> list[HeadedText]:
    """The pieces, where a doubtful number that fits its neighbours is a heading, and 十一 that fits none is text."""
    doubtful = _doubtful(text, pieces)
    if not doubtful:
        return pieces
    following = _following(pieces, doubtful)
    counted: dict[NumberStyle, int] = {}
    done: list[HeadedText] = []
    for at, piece in enumerate(pieces):
        if marker := doubtful.get(at):
            fits = _fits(text, marker, counted.get(marker.style), following[at])
            if piece[0] and not fits:
                piece = None, piece[0].span.start, piece[2]
            elif fits and not piece[0] and (found := headed(text, marker, piece[2])):
                piece = *found, piece[2]
        if piece[0]:
            _count(piece[0], counted)
        done.append(piece)
    return done


def _doubtful(text: str, pieces: Sequence[HeadedText]) -> dict[int, Marker]:
    """The doubtful markers by the places of their pieces. A quick look at three characters passes over most lines."""
    found: dict[int, Marker] = {}
    for at, (heading, start, end) in enumerate(pieces):
        if heading:
            marker = heading.marker
            if (
                marker
                and marker.number == NATIONAL_DAY_AS_NUMBER
                and NATIONAL_DAY.match(text, marker.span.start)
            ):
                found[at] = marker
        elif (
            text[start] in FIRST
            and not MARKS.isdisjoint(text[start + 1 : start + 4])
            and (marker := number_at(text, start, end))
        ):
            found[at] = marker
    return found


def _following(pieces: Sequence[HeadedText], doubtful: dict[int, Marker]) -> dict[int, _Following]:
    sure: dict[NumberStyle, int] = {}
    unsure: dict[NumberStyle, int] = {}
    found = {}
    for at in range(len(pieces) - 1, -1, -1):
        heading = pieces[at][0]
        if marker := doubtful.get(at):
            found[at] = _Following(sure.get(marker.style), unsure.get(marker.style))
            unsure[marker.style] = marker.number
        elif heading:
            _count(heading, sure)
            _count(heading, unsure)
    return found


def _count(heading: Heading, counted: dict[NumberStyle, int]) -> None:
    for deeper in [style for style in counted if style.level > heading.level]:
        del counted[deeper]
    if heading.marker:
        counted[heading.marker.style] = heading.marker.number


def _fits(text: str, marker: Marker, before: int | None, following: _Following) -> bool:
    number, after = marker.number, following.sure
    if number == NATIONAL_DAY_AS_NUMBER and NATIONAL_DAY.match(text, marker.span.start):
        return before == number - 1 or after == number + 1
    if number == 1:
        # 1、3月15日前…⏎2、4月底前…: nobody writes an amount with this mark.
        is_sure = after is not None or text[marker.span.end - 1] == "、"
        return before is None and (
            after == number + 1 or (following.doubtful == number + 1 and is_sure)
        )
    if before != number - 1:
        return False
    if after == number:
        return COUNTED.match(text, marker.span.start) is not None
    return after is not None or not AMOUNT.match(text, marker.span.start)
