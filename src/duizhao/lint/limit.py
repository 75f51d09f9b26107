"""Limits the findings listed for one rule, because a text may repeat one fault thousands of times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from duizhao.lint.finding import Finding
from duizhao.lint.rule import RuleHit

MAX_PER_RULE = 500
"""Findings of one rule listed for one source. A real statement of 3,000 characters has a few dozen."""


def limited(findings: Iterable[Finding], most: int) -> list[Finding]:
    """At most `most` findings of each rule, in order. The last one of a rule with more shows how many were left out."""
    limit = _Limit(most)
    for finding in findings:
        if limit.admits(finding.code):
            limit.keep(finding)
    return limit.findings()


def first_findings(hits: Iterable[RuleHit], most: int | None) -> list[Finding]:
    """The findings of the first `most` hits of each rule, or of all hits for None.

    Hits beyond the limit are counted and never become findings: a text can have hundreds of thousands.
    """
    if most is None:
        return [rule.finding(hit) for rule, hit in hits]
    limit = _Limit(most)
    for rule, hit in hits:
        if limit.admits(rule.code):
            limit.keep(rule.finding(hit))
    return limit.findings()


class _Limit:
    """Counts the findings of each rule and keeps the first `most` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: list[Finding] = []
        self._counts: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def admits(self, code: str) -> bool:
        """Count one more finding of a rule. False if the rule has reached the limit."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        return count <= self._most

    def keep(self, finding: Finding) -> None:
        self._last[finding.code] = len(self._kept)
        self._kept.append(finding)

    def findings(self) -> list[Finding]:
        """The findings kept. The last one of a rule with more shows how many were left out."""
        for code, count in self._counts.items():
            if count > self._most:
                last = self._kept[self._last[code]]
                more = f"（同类问题还有{count - self._most}处，未逐一列出）"
                self._kept[self._last[code]] = replace(last, advice=last.advice + more)
        return self._kept
