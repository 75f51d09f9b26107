"""Finds the gravest phrases written with one slip, except where another word rightly stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.rules.wording.grave import AS_IT_STANDS, GravePhrase
from duizhao.rules.wording.grave.judgement import LETTERS, Miswriting, PlacedSlip, is_known, judged
from duizhao.rules.wording.grave.near import SlipKind, deviation
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span

BETWEEN = "是为以在把从将的"
"""Words of one character that may follow a phrase ending in themselves, or stand before one: 实事求是是党的…"""
APART = frozenset("的了和与及对在以把被")
"""Words of one character that no other character joins: 民主生活会会前 may go on, 民主生活会会的 may not."""


class _Rest(NamedTuple):
    """What a phrase has before or behind a piece: all of it, all but the character farthest from the piece, and that
    one; `reach` is how far from the piece it may stand.

    One slip leaves the farthest one there, or all the others.
    """

    phrase: GravePhrase
    letters: str
    nearer: str
    farthest: str
    reach: int


Rests = tuple[
    tuple[str, ...],
    tuple[str, ...],
    tuple[str, ...],
    tuple[str, ...],
    tuple[_Rest, ...],
    tuple[_Rest, ...],
    str,
]
"""What the phrases of a piece have behind and before it, as it should be, with the outermost character twice, and in
halves; last, what should stand for a form that is wrong as it stands. A plain tuple: it is taken apart at each place.
"""


class RestsByPiece(dict[str, Rests]):
    """The rests of each piece, made when it is first found."""

    def __init__(self, phrases: Callable[[str], Iterable[GravePhrase]]) -> None:
        super().__init__()
        self._phrases = phrases

    def __missing__(self, piece: str) -> Rests:
        self[piece] = made = _rests(piece, tuple(self._phrases(piece)))
        return made


def _rests(piece: str, phrases: Sequence[GravePhrase]) -> Rests:
    behind = tuple(_rest(each, each.right[len(piece) :]) for each in phrases if each.start == 0)
    before = tuple(_rest(each, each.right[: each.start]) for each in phrases if each.start > 0)
    return (
        tuple(each.letters for each in behind),
        tuple(each.letters for each in before),
        tuple(each.letters + each.letters[-1] for each in behind),
        tuple(each.letters[0] + each.letters for each in before),
        behind,
        before,
        "".join(each.right for each in phrases if each.start == AS_IT_STANDS),
    )


def _rest(phrase: GravePhrase, letters: str) -> _Rest:
    nearer, last = (letters[1:], letters[0]) if phrase.start else (letters[:-1], letters[-1])
    return _Rest(phrase, letters, nearer, last, len(letters) + 2)


def miswritings(
    text: str, places: Sequence[tuple[int, int]], rests: RestsByPiece
) -> list[Miswriting]:
    """The phrases with a slip, in order; of several at one place one."""
    found: list[Miswriting | None] = []
    for start, end in places:
        behind, before, behind_doubled, before_doubled, halves_behind, halves_before, instead = (
            rests[text[start:end]]
        )
        if text.startswith(behind, end):
            if text.startswith(behind_doubled, end):
                found += _doubled(text, start, end, halves_behind)
            continue
        if text.endswith(before, 0, start):
            if text.endswith(before_doubled, 0, start):
                found += _doubled(text, start, end, halves_before)
            continue
        for rest in halves_behind:
            _, _, nearer, farthest, reach = rest
            if text.startswith(nearer, end) or text.find(farthest, end, end + reach) >= 0:
                found.append(_slip(text, start, end, rest, text[end : end + reach]))
        for rest in halves_before:
            _, _, nearer, farthest, reach = rest
            first = max(0, start - reach)
            if text.endswith(nearer, 0, start) or text.find(farthest, first, start) >= 0:
                found.append(_slip(text, start, end, rest, text[first:start][::-1]))
        if instead:
            place = Span(start, end)
            found.append(Miswriting(place, instead, SlipKind.AS_IT_STANDS, (Edit(place, instead),)))
    return _apart([each for each in found if each]) if found else []


def _doubled(text: str, start: int, end: int, rests: Iterable[_Rest]) -> Iterator[Miswriting]:
    """Phrases whose first or last character stands twice, and the outer one is no part of the next word."""
    for phrase in (each.phrase for each in rests):
        right = phrase.right
        begin = start - phrase.start
        behind = begin + len(right)
        if not text.startswith(right, begin):
            continue
        at = begin - 1 if phrase.start else behind
        next_to = text[max(0, at - 1) : at] if phrase.start else text[at + 1 : at + 2]
        whole = Span(min(begin, at), max(behind, at + 1))
        is_twice = text[at] == right[0 if phrase.start else -1] and text[at] not in BETWEEN
        if not is_twice or is_known(text, whole, Span(at, at + 1)):
            continue
        if not LETTERS.fullmatch(next_to) or next_to in APART:
            yield Miswriting(whole, right, SlipKind.EXTRA, (Edit(Span(at, at + 1), ""),))
        elif _is_left_over(text, at, is_first=phrase.start > 0):
            yield Miswriting(whole, right, SlipKind.EXTRA, (), is_certain=False)


def _is_left_over(text: str, at: int, *, is_first: bool) -> bool:
    """True if a word of two characters stands beyond the character at `at`, which makes none with the nearer one."""
    beyond, joined = (
        (text[max(0, at - 2) : at], text[max(0, at - 1) : at + 1])
        if is_first
        else (text[at + 1 : at + 3], text[at : at + 2])
    )
    return beyond in common_words() and joined not in common_words()


def _slip(text: str, start: int, end: int, rest: _Rest, written: str) -> Miswriting | None:
    """The one slip in what a phrase has before or behind the piece from `start` to `end`, if it is one.

    `written` stands there, read away from the piece.
    """
    phrase = rest.phrase
    letters = rest.letters[::-1] if phrase.start else rest.letters
    # A line break stands for the end of the text.
    found = deviation(letters, written + "\n")
    if not found:
        return None
    if phrase.start:
        offset = phrase.start - found.at - found.of_right
        at = start - found.at - found.of_written
    else:
        offset, at = end - start + found.at, end + found.at
    rights = phrase.right[offset : offset + found.of_right]
    slip = PlacedSlip(phrase, found.kind, Span(at, at + found.of_written), offset, rights)
    return judged(text, slip)


def _apart(found: list[Miswriting]) -> list[Miswriting]:
    """In order, without those that overlap a better one: one with an edit, and of those the longest."""
    kept, taken = list[Miswriting](), dict[int, int]()
    for each in sorted(found, key=_rank):
        at = next((taken[place] for place in range(*each.span) if place in taken), len(kept))
        if at < len(kept):
            kept[at] = _settled(kept[at], each)
        else:
            kept.append(each)
            taken.update(dict.fromkeys(range(*each.span), at))
    return sorted(kept, key=lambda one: one.span)


def _settled(kept: Miswriting, other: Miswriting) -> Miswriting:
    """Of two that ask for the same edit the shorter one; an edit no longer, if another phrase is as near."""
    if kept.edits == other.edits:
        return other if kept.edits else kept
    if kept.right == other.right:
        return kept
    longer = len(other.right) - len(kept.right)
    if longer > 0 or (other.edits and longer >= -1):
        return kept._replace(edits=())
    return kept


def _rank(each: Miswriting) -> tuple[bool, int]:
    return (not each.edits, each.span.start - each.span.end)
