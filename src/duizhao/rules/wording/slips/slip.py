"""Finds wrong forms in a text, except where their neighbours make them right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from duizhao.rules.wording.slips import SlipForm, common_words, exceptions, misspelt
from duizhao.text import Span, longest, value


@value
class Slip:
    """A wrong form in a text, the right form, the offset of the wrong character and the right character."""

    span: Span
    wrong: str
    right: str
    at: int
    character: str


def slips_in(
    text: str, pairs: Iterable[tuple[int, int]], forms: Callable[[str], Iterable[SlipForm]]
) -> list[Slip]:
    """The slips of a text in order, except forms that are right in their context.

    `pairs` are the places of all pairs in the text, `forms` returns the forms filed under a pair. Of overlapping forms
    the first counts, and of several at one place the longest.
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
    """True if the wrong character is first or last, forms a common word with its outside neighbour, and the rest forms
    one too: then it is no slip.
    """
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
