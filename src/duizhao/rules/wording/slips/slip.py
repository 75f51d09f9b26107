"""A wrong form at its place in a text, and whether its neighbours make it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duizhao.rules.wording.slips import common_words, exceptions
from duizhao.text import Span


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong form found, the right one, the offset of the wrong character and what it should be."""

    wrong: str
    right: str
    at: int
    character: str


def find(text: str, place: Span, forms: Mapping[str, str]) -> Slip | None:
    """The slip at `place`; None where the form is right in its surroundings, or none of `forms`."""
    wrong = place.of(text)
    right = forms.get(wrong)
    if right is None or _is_excepted(text, place):
        return None
    at = next(n for n, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b)
    if _joins_its_neighbour(text, place, at):
        return None
    return Slip(wrong, right, place.start + at, right[at])


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
