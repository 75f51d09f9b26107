"""Keeps a rule from drowning everything else where a text repeats one fault thousands of times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from duizhao.lint.finding import Finding

MAX_PER_RULE = 500
"""Findings of one rule that are listed for one source; a real statement of 3,000 characters has some dozens."""


def limited(findings: Iterable[Finding], most: int) -> list[Finding]:
    """At most `most` findings of each rule, as they come; the last listed says how many more were found."""
    kept: list[Finding] = []
    counts: dict[str, int] = {}
    last: dict[str, int] = {}
    for finding in findings:
        count = counts.get(finding.code, 0) + 1
        counts[finding.code] = count
        if count <= most:
            last[finding.code] = len(kept)
            kept.append(finding)
    for code, count in counts.items():
        if count > most:
            at = last[code]
            more = f"（同类问题还有{count - most}处，未逐一列出）"
            kept[at] = replace(kept[at], advice=kept[at].advice + more)
    return kept
