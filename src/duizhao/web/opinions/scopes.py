"""Scopes with too few answers are joined to their neighbours before anything is shown."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST_ANSWERS = 5
"""Fewer opinions are shown to nobody."""


def joined_scopes(answers: Sequence[int], fewest: int = FEWEST_ANSWERS) -> list[tuple[int, ...]]:
    """The numbers of the scopes that are shown as one, in order: each such group has enough answers.

    Scopes without an answer are in no group. If there are too few answers in all, it is one group.
    """
    groups: list[tuple[int, ...]] = [(number,) for number, count in enumerate(answers) if count]

    def count(group: tuple[int, ...]) -> int:
        return sum(answers[number] for number in group)

    while len(groups) > 1 and min(map(count, groups)) < fewest:
        at = min(range(len(groups)), key=lambda each: count(groups[each]))
        beside = [each for each in (at - 1, at + 1) if 0 <= each < len(groups)]
        other = min(beside, key=lambda each: count(groups[each]))
        first, second = sorted((at, other))
        groups[first : second + 1] = [groups[first] + groups[second]]
    return groups
