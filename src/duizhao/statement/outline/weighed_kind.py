"""The kind of a section that no word decides: its title's characters, its sentences and its place, weighed together."""

from __future__ import annotations

from collections.abc import Container

from duizhao.document.headings.title_words import odds_of
from duizhao.profiles import ChapterKind
from duizhao.statement.outline.told_kind import told_kind, told_sentences

KINDS = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)
# In tenths of the logarithm of the odds, as the weights of titles are.
MOST_OF_TITLE, OF_SENTENCES, OF_TELLING = 25, 20, 10
LEAST = 10
"""What must speak for a kind if the sentences alone show none."""


def weighed_kind(
    title: str, text: str, begun: Container[ChapterKind], *, named_faults: bool, is_last: bool
) -> ChapterKind | None:
    """The kind that most speaks for; None if the sentences show none and the rest says little.

    `begun` are the kinds found above, `is_last` is True for the last section.
    """
    told = told_kind(text, begun, named_faults=named_faults)
    odds = odds_of(title)
    if told is None and max(odds) < 0:
        return None
    promised, inner, faults, wanting = told_sentences(text, named_faults=named_faults)
    shares = (faults + wanting / 2, inner, promised)
    count = max(1, promised + inner + faults)
    scores = [
        max(-MOST_OF_TITLE, min(MOST_OF_TITLE, of_title))
        + OF_SENTENCES * share / count
        + OF_TELLING * (kind is told)
        + of_place
        for kind, of_title, share, of_place in zip(
            KINDS, odds, shares, _place(begun, is_last=is_last), strict=True
        )
    ]
    best = max(range(len(KINDS)), key=scores.__getitem__)
    return KINDS[best] if told or scores[best] >= LEAST else None


def _place(begun: Container[ChapterKind], *, is_last: bool) -> tuple[int, int, int]:
    """What the place speaks for: problems, then causes, then measures."""
    if ChapterKind.PROBLEMS not in begun:
        return 0, -40, -40
    if ChapterKind.MEASURES in begun:
        return -30, -30, 5
    if ChapterKind.CAUSES in begun:
        return -15, -5, 10
    return (0, 0, 8) if is_last else (0, 8, 0)
