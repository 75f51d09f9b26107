"""The findings for which a page has room: the heaviest of a text that has very many."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from duizhao import api

MOST_FINDINGS, MOST_OF_A_RULE = 100, 20
"""A statement of usual length has fewer. Of one rule only so many stand before the others."""


def heaviest(checked: api.CheckedSource, most: int = MOST_FINDINGS) -> api.CheckedSource:
    """The text with `most` findings: of each rule the first, the heaviest rules before; the others are counted."""
    if len(checked.findings) <= most:
        return checked
    seen: Counter[str] = Counter()
    ranks = []
    for finding in checked.findings:
        ranks.append((seen[finding.code] >= MOST_OF_A_RULE, finding.severity.rank))
        seen[finding.code] += 1
    ranked = sorted(range(len(ranks)), key=ranks.__getitem__)
    kept = set(ranked[:most])
    left = Counter(checked.findings[at].severity.value for at in ranked[most:])
    found = tuple(each for at, each in enumerate(checked.findings) if at in kept)
    return replace(checked, findings=found, unlisted=dict(Counter(checked.unlisted) + left))


def words_of_unlisted(checked: api.CheckedSource) -> str:
    """How many findings a page leaves out, in words; empty for none."""
    return api.unlisted_words(checked.unlisted)
