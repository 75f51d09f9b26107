"""Unnumbered headings that show by the layout alone: short lines without a stop, each above paragraphs of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.headings.outline_piece import HeadedText
from duizhao.document.headings.title_words import PARTS, SURE, headed_by, heads_part
from duizhao.document.headings.unnumbered_heading import undecorated
from duizhao.document.nodes import Heading, NumberStyle
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

SHORTEST_TITLE, LONGEST_TITLE = 2, 18
FEWEST_TITLES, SHORTEST_SENTENCE = 3, 8
COLONS, LEADS_IN = frozenset("：:"), frozenset("于是为有在下点条个")
ENDS_SENTENCE = frozenset("。.！？!?…；;”）)")
# 信念：有时会“飘” too.
WORDS = LazyPattern("(?:[\u4e00-\u9fff“”]{2,6}[：:])?[\u4e00-\u9fff“”、，]*[\u4e00-\u9fff”][？?]?")
UNIT_AND_NAME = LazyPattern("[\u4e00-\u9fff]{2,16}(?:[ 　]+[\u4e00-\u9fff]{2,6}){1,2}")
# A date, a greeting, an address, a signature.
NO_HEADING = LazyPattern(
    "(?:[月日号]|[0-9０-９〇零一二三四五六七八九十]年|同志|[此敬]致|敬礼|签名|公章|[书委]员|[处局科所校院]长|主任)$"
    "|^(?:姓名|单位|职务|部门|时间|地点|检查人|报告人|发言人)[：:]"
    "|^(?:此致|附件|附：|抄送|同志们|各位)"
)


def with_layout_headings(text: str, pieces: list[HeadedText]) -> list[HeadedText]:
    """The pieces; where no chapter has a number, short lines above paragraphs are headings, if there are several.

    Most lines without a stop must be such: verses, lists and wrapped lines are not.
    """
    short = [at for at in range(len(pieces) - 1) if _is_short(text, pieces[at])]
    if not short:
        return pieces
    found = [at for at in short if _heads(text, pieces, at)]
    bare = [heading for heading, _, _ in pieces if heading and not heading.marker]
    if beside := _beside_only_chapter(pieces, found):
        found = beside
    elif (
        any(heading and _is_chapter(heading) for heading, _, _ in pieces)
        or len(found) + len(bare) < FEWEST_TITLES
        or len(short) > len(found) * 2
    ):
        found = _named(text, pieces, found, bare)
    done = list(pieces)
    for at in found:
        _, start, end = pieces[at]
        done[at] = Heading(Span(start, end), None, _title(text, start, end), 1), end, end
    return done


def _beside_only_chapter(pieces: Sequence[HeadedText], found: list[int]) -> list[int]:
    """The lines `found` if they are chapters beside the only number of the text: 一、预警发布 … 台站管理 … 科普宣传."""
    headed = [at for at, piece in enumerate(pieces) if piece[0]]
    if len(headed) != 1 or not found or found[0] < headed[0]:
        return []
    only = pieces[headed[0]][0]
    if only is None or only.run_in or not _is_chapter(only) or only.marker is None:
        return []
    longest = only.title.end - only.title.start + 2
    is_alike = all(pieces[at][2] - pieces[at][1] <= longest for at in found)
    return found if is_alike and only.marker.number == 1 else []


def _named(
    text: str, pieces: Sequence[HeadedText], found: Sequence[int], bare: Sequence[Heading]
) -> list[int]:
    """Of the lines `found` those that name a part of a statement, if the unnumbered titles name several in order.

    Two of them must be sure: a doubtful one is a title beside these.
    """
    titles = {at: headed_by(_words(text, pieces[at])) for at in found}
    named = [at for at in found if titles[at].ahead >= 0]
    headed = [(pieces[at][1], titles[at]) for at in named]
    beside = [(each.span.start, headed_by(each.title.of(text))) for each in bare]
    headed += [title for title in beside if title[1].ahead > -SURE]
    sure = {title.part for _, title in headed if title.ahead >= SURE}
    parts = list(dict.fromkeys(title.part for _, title in sorted(headed)))
    return named if len(sure) > 1 and parts == sorted(parts, key=PARTS.index) else []


def _words(text: str, piece: HeadedText) -> str:
    return _title(text, piece[1], piece[2]).of(text)


def _title(text: str, start: int, end: int) -> Span:
    """The words of a line, without signs around them and a colon behind them."""
    first, stop = undecorated(text, start, end)
    return Span(first, stop - (text[stop - 1] in COLONS)) if first < stop else Span(first, stop)


def _is_chapter(heading: Heading) -> bool:
    return heading.marker is not None and heading.marker.style.level < NumberStyle.POINT.level


def _is_short(text: str, piece: HeadedText) -> bool:
    heading, start, end = piece
    return (
        heading is None
        and SHORTEST_TITLE <= end - start <= LONGEST_TITLE
        and text[end - 1] not in "。！!；;…，,"
        and (text[end - 1] not in COLONS or _is_label(text, piece))
    )


def _is_label(text: str, piece: HeadedText) -> bool:
    """Whether a line with a colon surely names a part, and does not lead in to it: 查问题：, but 根源在于："""
    words = _words(text, piece)
    return words[-1:] not in LEADS_IN and headed_by(words).ahead >= SURE


def _heads(text: str, pieces: Sequence[HeadedText], at: int) -> bool:
    """Whether a short line stands behind the end of a sentence and above sentences or a list."""
    _, start, end = pieces[at]
    if not WORDS.fullmatch(text, *_title(text, start, end)) or NO_HEADING.search(text[start:end]):
        return False
    if at and pieces[at - 1][0] is None and text[pieces[at - 1][2] - 1] not in ENDS_SENTENCE:
        # Below the title a unit and a name may stand.
        _, above, stop = pieces[at - 1]
        if at > 1 or not UNIT_AND_NAME.fullmatch(text, above, stop):
            return False
    below, first, last = pieces[at + 1]
    if below:
        return below.marker is not None
    if text[last - 1] not in ENDS_SENTENCE:
        return False
    return last - first > max(end - start, SHORTEST_SENTENCE) or heads_part(
        _words(text, pieces[at])
    )
