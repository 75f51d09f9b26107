"""A wrong form at its place in a text, and whether its neighbours make it right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from duizhao.rules.wording.slips import SlipForm, common_words, exceptions, misspelt
from duizhao.text import Span, longest


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong form found, the right one, the offset of the wrong character and what it should be."""

    span: Span
    wrong: str
    right: str
    at: int
    character: str


def slips_in(
    text: str, pairs: Iterable[tuple[int, int]], forms: Callable[[str], Iterable[SlipForm]]
) -> list[Slip]:
    """The slips of a text, in order, but those that are right in their surroundings.

    `pairs` are the places of all pairs in it, `forms` what is filed under one. Of forms that overlap the first counts,
    and of these the longest.
    """
    rights: dict[tuple[int, int], str] = {}
    for first, behind in pairs:
        for wrong, right, start in forms(text[first:behind]):
            begin = first - start
            if begin >= 0 and text.startswith(wrong, begin):
                rights.setdefault((begin, begin + len(wrong)), right)
    found = (_slip(text, place, rights[place]) for place in longest(rights))
    return [slip for slip in found if slip]


def _slip(text: str, place: Span, right: str) -> Slip | None:
    wrong = place.of(text)
    at = misspelt(wrong, right)
    if _is_excepted(text, place) or _joins_its_neighbour(text, place, at):
        return None
    return Slip(place, wrong, right, place.start + at, right[at])


def _joins_its_neighbour(text: str, place: Span, at: int) -> bool:
    """Does the wrong character, at an edge, make a word with what lies beyond, and the rest one without it?"""
    start, end = place
    if at == 0:
        outward, inward = text[max(0, start - 1) : start + 1], text[start + 1 : start + 3]
    elif at == end - start - 1:
        outward, inward = text[end - 1 : end + 1], text[end - 3 : end - 1]
    else:
        return False
    return {outward, inward} <= common_words()


def _is_excepted(text: str, place: Span) -> bool:
    wrong = place.of(text)
    return any(
        wrong in longer
        and longer in text[max(0, place.start - len(longer)) : place.end + len(longer)]
        for longer in exceptions()
    )
