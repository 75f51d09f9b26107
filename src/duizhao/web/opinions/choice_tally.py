"""What came of a round in which people chose: counts alone, and words that belong to no choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from random import SystemRandom
from typing import Any

from duizhao.web.opinions.models import OpinionRound
from duizhao.web.opinions.scopes import FEWEST_ANSWERS


def tally(asked: OpinionRound, sent: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """How often each choice was made, question by question, and what was written.

    A question that too few have answered has no counts, and its words stand with those of no question.
    """
    chosen: list[Counter[str]] = [Counter() for _ in asked.questions]
    written: list[list[str]] = [[] for _ in asked.questions]
    for each in sent:
        for number, choice, _, words in each["items"]:
            at = int(number)
            if choice in asked.choices:
                chosen[at][choice] += 1
            if words:
                written[at].append(words)
    found, others = [], []
    for question, counts, words in zip(asked.questions, chosen, written, strict=True):
        is_shown = counts.total() >= FEWEST_ANSWERS
        shown = [[choice, counts[choice]] for choice in asked.choices] if is_shown else []
        found.append(
            {"question": question, "counts": shown, "words": _shuffled(words if is_shown else [])}
        )
        others += [] if is_shown else words
    if others:
        found.append({"question": "", "counts": [], "words": _shuffled(others)})
    return found


def _shuffled(words: list[str]) -> list[str]:
    """In an order that does not show who sent first."""
    mixed = list(words)
    SystemRandom().shuffle(mixed)
    return mixed
