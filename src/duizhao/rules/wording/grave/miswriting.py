"""Finds the gravest phrases written with one slip, except where another word rightly stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.rules.wording import grave
from duizhao.rules.wording.grave import GravePhrase, right_neighbours
from duizhao.rules.wording.grave.near import SlipKind, deviation
from duizhao.rules.wording.slips import common_words, confusable_with
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

LETTERS = LazyPattern(r"[\u3400-\u9fffA-Za-z]+")
NUMERALS = frozenset("〇零一二三四五六七八九十百千两廿0123456789")
PARTICLES = frozenset("的了和与及或等对同在是好副到")
CONTEXT = 16
"""In characters: how far round a phrase something that makes it right is looked for."""


class Miswriting(NamedTuple):
    """A phrase with one slip: where it stands, the right form, what happened, and the edit if it is certain."""

    span: Span
    right: str
    kind: SlipKind
    edits: tuple[Edit, ...]


class Rests(NamedTuple):
    """The phrases of a piece, and what stands behind and before it in them, for a first look.

    Each with the outermost character twice, and the two characters next to the piece: if neither of them stands next or
    next but one, there is more than one slip.
    """

    phrases: tuple[GravePhrase, ...]
    behind: tuple[str, ...]
    before: tuple[str, ...]
    behind_doubled: tuple[str, ...]
    before_doubled: tuple[str, ...]
    next_behind: frozenset[str]
    next_before: frozenset[str]
    is_close: bool


class _PlacedSlip(NamedTuple):
    """A slip in a text: its phrase, what happened, the place, and the characters that should stand there."""

    phrase: GravePhrase
    kind: SlipKind
    place: Span
    offset: int
    rights: str

    @property
    def whole(self) -> Span:
        """The place of the phrase with its slip."""
        begin = self.place.start - self.offset
        return Span(begin, self.place.end + len(self.phrase.right) - self.offset - len(self.rights))

    @property
    def is_first(self) -> bool:
        return self.offset == 0

    @property
    def is_last(self) -> bool:
        return self.offset + len(self.rights) == len(self.phrase.right)


def rests(piece: str, phrases: Iterable[GravePhrase]) -> Rests:
    """The rests of all phrases of a piece."""
    known = tuple(phrases)
    behind = tuple(each.right[len(piece) :] for each in known if each.start == 0)
    before = tuple(each.right[: each.start] for each in known if each.start > 0)
    return Rests(
        known,
        behind,
        before,
        tuple(each + each[-1] for each in behind),
        tuple(each[0] + each for each in before),
        frozenset("".join(each[:2] for each in behind)),
        frozenset("".join(each[-2:] for each in before)),
        any(len(each) == 1 for each in (*behind, *before)),
    )


def miswritings(
    text: str, places: Sequence[tuple[int, int]], rests_of: Callable[[str], Rests]
) -> list[Miswriting]:
    """The phrases with a slip, in order; of several at one place one."""
    found: list[Miswriting] = []
    for start, end in places:
        each = rests_of(text[start:end])
        if text.startswith(each.behind, end):
            if text.startswith(each.behind_doubled, end):
                found += _doubled(text, start, end, each.phrases)
        elif text.endswith(each.before, 0, start):
            if text.endswith(each.before_doubled, 0, start):
                found += _doubled(text, start, end, each.phrases)
        elif (
            text[end : end + 1] in each.next_behind
            or text[end + 1 : end + 2] in each.next_behind
            or text[start - 1 : start] in each.next_before
            or text[start - 2 : start - 1] in each.next_before
            or each.is_close
        ):
            slips = (_placed(text, start, end, phrase) for phrase in each.phrases)
            found += filter(None, (_judged(text, slip) for slip in slips if slip))
        elif each.phrases[0].start == grave.AS_IT_STANDS:
            right = each.phrases[0].right
            edit = Edit(Span(start, end), right)
            found.append(Miswriting(Span(start, end), right, SlipKind.WRONG, (edit,)))
    return _apart(found) if found else found


def _doubled(
    text: str, start: int, end: int, phrases: Iterable[GravePhrase]
) -> Iterator[Miswriting]:
    """Phrases whose first or last character stands twice, and the outer one is no part of the next word."""
    for phrase in phrases:
        right = phrase.right
        begin = start - phrase.start
        behind = begin + len(right)
        if not text.startswith(right, begin):
            continue
        if phrase.start:
            at, outward = begin - 1, text[max(0, begin - 2) : begin]
        else:
            at, outward = behind, text[behind : behind + 2]
        whole = Span(min(begin, at), max(behind, at + 1))
        is_twice = text[at] == right[0 if phrase.start else -1]
        if (
            is_twice
            and outward not in common_words()
            and not _is_known(text, whole, Span(at, at + 1))
        ):
            yield Miswriting(whole, right, SlipKind.EXTRA, (Edit(Span(at, at + 1), ""),))


def _placed(text: str, start: int, end: int, phrase: GravePhrase) -> _PlacedSlip | None:
    """The one slip in what a phrase has before or behind the piece at `start`."""
    right, size = phrase.right, phrase.start
    if size:
        rest, window = right[:size][::-1], text[max(0, start - size - 2) : start][::-1]
    else:
        rest = right[end - start :]
        window = text[end : end + len(rest) + 2]
    # Of a longer rest one half is whole.
    if len(rest) > 3 and rest[-2:] not in window and not window.startswith(rest[:-2]):
        return None
    found = deviation(rest, window + "\n")
    if not found:
        return None
    if size:
        index = size - found.at - found.of_right
        at = start - found.at - found.of_written
    else:
        index, at = end - start + found.at, end + found.at
    rights = right[index : index + found.of_right]
    return _PlacedSlip(phrase, found.kind, Span(at, at + found.of_written), index, rights)


def _judged(text: str, slip: _PlacedSlip) -> Miswriting | None:
    """The slip as it is reported; None if what stands there is right, or is punctuation."""
    written = slip.place.of(text)
    if slip.rights and not LETTERS.fullmatch(slip.rights):
        return None
    if NUMERALS.issuperset(written + slip.rights) and not _is_repeated(text, slip):
        return None
    if _is_loose(text, slip) or _is_known(text, slip.whole, slip.place):
        return None
    if slip.kind is SlipKind.WRONG and (slip.is_first or slip.is_last):
        return _at_the_edge(text, slip)
    if written and not LETTERS.fullmatch(written):
        return None
    return _reported(slip, slip.kind, (Edit(slip.place, slip.rights),))


def _is_repeated(text: str, slip: _PlacedSlip) -> bool:
    start, end = slip.place
    return slip.kind is SlipKind.EXTRA and text[start:end] in (text[start - 1], text[end : end + 1])


def _is_loose(text: str, slip: _PlacedSlip) -> bool:
    """True for 的, 和 or 副 between two words, and where the one character beyond the slip belongs to another word."""
    start, end = slip.place
    if slip.kind is SlipKind.WRONG and PARTICLES.issuperset(text[start:end] + slip.rights):
        return True
    right, index = slip.phrase.right, slip.offset
    if slip.kind is SlipKind.EXTRA and text[start:end] in PARTICLES:
        around = text[start - 1] + text[end]
        if around not in common_words() and text[start] not in around:
            return True
    if slip.kind is SlipKind.MISSING and slip.rights in PARTICLES:
        words = {right[index - 1 : index + 1], right[index : index + 2]}
        if words.isdisjoint(common_words()):
            return True
    whole = slip.whole
    if start - whole.start == 1 and text[max(0, start - 2) : start] in common_words():
        return True
    return whole.end - end == 1 and text[end : end + 2] in common_words()


def _at_the_edge(text: str, slip: _PlacedSlip) -> Miswriting | None:
    """The first or the last character is another one, or is missing before what stands there."""
    start, end = slip.place
    is_word = LETTERS.fullmatch(text, start, end) is not None
    is_confusable = is_word and slip.place.of(text) in confusable_with(slip.rights)
    phrase = slip.phrase
    is_open = slip.rights in NUMERALS or (
        phrase.is_open_first if slip.is_first else phrase.is_open_last
    )
    outward = text[max(0, start - 1) : end] if slip.is_first else text[start : end + 1]
    if is_open and (not is_confusable or outward in common_words()):
        return None
    if is_confusable:
        return _reported(slip, SlipKind.WRONG, (Edit(slip.place, slip.rights),))
    if is_word and outward not in common_words():
        return _reported(slip, SlipKind.WRONG, ())
    # What stands there is no part of the phrase.
    at = end if slip.is_first else start
    missing = slip._replace(place=Span(at, at))
    return _reported(
        missing, SlipKind.MISSING, () if is_word else (Edit(Span(at, at), slip.rights),)
    )


def _reported(slip: _PlacedSlip, kind: SlipKind, edits: tuple[Edit, ...]) -> Miswriting:
    return Miswriting(slip.whole, slip.phrase.right, kind, edits)


def _is_known(text: str, whole: Span, place: Span) -> bool:
    """True if what stands there is another phrase, or is known to be right."""
    forms, patterns = right_neighbours()
    if whole.of(text) in forms:
        return True
    first = max(0, whole.start - CONTEXT)
    return any(
        found.start() + first <= place.end and found.end() + first >= place.start
        for found in patterns.finditer(text[first : whole.end + CONTEXT])
    )


def _apart(found: list[Miswriting]) -> list[Miswriting]:
    """In order, without those that overlap a better one: one with a certain edit, and of those the shortest."""
    kept: list[Miswriting] = []
    for each in sorted(found, key=_rank):
        if not any(each.span.overlaps(other.span) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.span)


def _rank(each: Miswriting) -> tuple[bool, int]:
    size = each.span.end - each.span.start
    return (not each.edits, size if each.edits else -size)
