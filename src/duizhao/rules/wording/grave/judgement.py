"""Whether a slip in a phrase is one, or another word rightly stands there."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.rules.wording.grave import GravePhrase, right_neighbours
from duizhao.rules.wording.grave.near import SlipKind
from duizhao.rules.wording.slips import common_words, confusable_with
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

LETTERS = LazyPattern(r"[\u3400-\u9fffA-Za-z]+")
NUMERALS = frozenset("〇零一二三四五六七八九十百千两廿0123456789")
COUNTED = frozenset("个届次大项年条位种下")
PARTICLES = frozenset("的了和与及或等对同在是好副到")
MEETING = "会"
CONTEXT = 16
"""In characters: how far round a phrase something that makes it right is looked for."""


class Miswriting(NamedTuple):
    """A phrase with one slip: where it stands, the right form, what happened, and the edit if there is only one.

    It is not certain where a phrase begins or ends with a character that may be part of another word.
    """

    span: Span
    right: str
    kind: SlipKind
    edits: tuple[Edit, ...]
    is_certain: bool = True


class PlacedSlip(NamedTuple):
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


def judged(text: str, slip: PlacedSlip) -> Miswriting | None:
    """The slip as it is reported; None if what stands there is right, or is punctuation."""
    written = slip.place.of(text)
    if slip.rights and not LETTERS.fullmatch(slip.rights):
        return None
    if NUMERALS.issuperset(written + slip.rights) and not _is_certain_numeral(text, slip):
        return None
    if _is_loose(text, slip) or is_known(text, slip.whole, slip.place):
        return None
    if slip.kind is SlipKind.WRONG and (slip.is_first or slip.is_last):
        return _at_the_edge(text, slip)
    if written and not LETTERS.fullmatch(written):
        return None
    if slip.rights in NUMERALS and MEETING in slip.phrase.right and not _looks_like(slip, written):
        return _reported(slip._replace(phrase=_which(slip)), slip.kind, ())
    whole = slip.whole
    if slip.kind is SlipKind.MISSING and 1 in (
        slip.place.start - whole.start,
        whole.end - slip.place.end,
    ):
        # One character beyond is little: another phrase may have been meant.
        return _reported(slip, slip.kind, ())
    return _reported(slip, slip.kind, (Edit(slip.place, slip.rights),))


def _looks_like(slip: PlacedSlip, written: str) -> bool:
    return bool(written) and written in confusable_with(slip.rights)


def _which(slip: PlacedSlip) -> GravePhrase:
    """The phrase with 几 for the number of a meeting that nobody can guess."""
    right, at = slip.phrase.right, slip.offset
    return slip.phrase._replace(right=f"{right[:at]}几{right[at + 1 :]}")


def _is_certain_numeral(text: str, slip: PlacedSlip) -> bool:
    """True where a numeral stands twice, where one stands that nothing is counted by, or where the only one is missing.

    Any other may be meant.
    """
    start, end = slip.place
    right, at = slip.phrase.right, slip.offset
    if slip.kind is SlipKind.MISSING:
        return NUMERALS.isdisjoint(right[max(0, at - 1) : at] + right[at + 1 : at + 2])
    around = text[start - 1] + text[end : end + 1]
    return slip.kind is SlipKind.EXTRA and (
        text[start:end] in around
        or (COUNTED.isdisjoint(around[1:]) and NUMERALS.isdisjoint(around))
    )


def _is_loose(text: str, slip: PlacedSlip) -> bool:
    """True for 的, 和 or 副 between two words, and where the one character beyond the slip belongs to another word."""
    start, end = slip.place
    if slip.kind is SlipKind.WRONG and PARTICLES.issuperset(text[start:end] + slip.rights):
        return True
    right, index = slip.phrase.right, slip.offset
    if slip.kind is SlipKind.EXTRA and text[start:end] in PARTICLES:
        around = text[start - 1] + text[end]
        # 党内的政治生活: a word ends before 的 and one begins behind it, although 内政 is one too.
        is_between = text[start] == "的" and common_words().issuperset(
            (text[max(0, start - 2) : start], text[end : end + 2])
        )
        if text[start] not in around and (is_between or around not in common_words()):
            return True
    if slip.kind is SlipKind.MISSING and slip.rights in PARTICLES:
        words = {right[index - 1 : index + 1], right[index : index + 2]}
        if words.isdisjoint(common_words()):
            return True
    whole = slip.whole
    if start - whole.start == 1 and text[max(0, start - 2) : start] in common_words():
        return True
    return whole.end - end == 1 and text[end : end + 2] in common_words()


def _at_the_edge(text: str, slip: PlacedSlip) -> Miswriting | None:
    """The first or the last character is another one, or is missing before what stands there."""
    start, end = slip.place
    is_word = LETTERS.fullmatch(text, start, end) is not None
    is_confusable = is_word and slip.place.of(text) in confusable_with(slip.rights)
    phrase = slip.phrase
    is_open = slip.rights in NUMERALS or (
        phrase.is_open_first if slip.is_first else phrase.is_open_last
    )
    outward = text[max(0, start - 1) : end] if slip.is_first else text[start : end + 1]
    right, written = phrase.right, text[start:end]
    inward = written + right[1] if slip.is_first else right[-2] + written
    if is_word and inward in common_words() and not is_confusable:
        # “四个全面”战略布置: behind the quoted part of a phrase hardly another word was meant.
        is_meant = is_open or slip.is_first or "”" not in right
        return None if is_meant else _reported(slip, SlipKind.WRONG, ())._replace(is_certain=False)
    is_apart = outward not in common_words() and inward not in common_words()
    if is_open and (is_word or text[start:end] in " \n") and not (is_confusable and is_apart):
        return None
    if is_confusable and is_apart:
        return _reported(slip, SlipKind.WRONG, (Edit(slip.place, slip.rights),))
    if slip.is_first and right[1:] in right_neighbours()[0]:
        # 是恩来同志: right without its first character too.
        return None
    if is_word and is_apart:
        return _reported(slip, SlipKind.WRONG, ())._replace(is_certain=not is_open)
    beyond = (
        text[max(0, end - CONTEXT) : end].rstrip()[-1:]
        if slip.is_first
        else text[start : start + CONTEXT].lstrip()[:1]
    )
    if beyond == slip.rights:
        return None
    # What stands there is no part of the phrase.
    at = end if slip.is_first else start
    missing = slip._replace(place=Span(at, at))
    if is_known(text, missing.whole, missing.place):
        return None
    edits = () if is_word or is_open else (Edit(Span(at, at), slip.rights),)
    return _reported(missing, SlipKind.MISSING, edits)._replace(is_certain=not is_open)


def _reported(slip: PlacedSlip, kind: SlipKind, edits: tuple[Edit, ...]) -> Miswriting:
    return Miswriting(slip.whole, slip.phrase.right, kind, edits)


def is_known(text: str, whole: Span, place: Span) -> bool:
    """True if what stands there is another phrase, or is known to be right."""
    forms, patterns = right_neighbours()
    if whole.of(text) in forms:
        return True
    first = max(0, whole.start - CONTEXT)
    return any(
        found.start() + first <= place.end and found.end() + first >= place.start
        for found in patterns.finditer(text[first : whole.end + CONTEXT])
    )
