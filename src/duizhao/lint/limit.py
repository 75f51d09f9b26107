"""Keeps a rule from drowning everything else where a text repeats one fault thousands of times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from duizhao.lint.finding import Finding
from duizhao.lint.rule import RuleHit

MAX_PER_RULE = 500
"""Findings of one rule that are listed for one source; a real statement of 3,000 characters has some dozens."""


def limited(findings: Iterable[Finding], most: int) -> list[Finding]:
    """At most `most` findings of each rule, as they come; the last of them says how many more were found."""
    limit = _Limit(most)
    for finding in findings:
        if limit.admits(finding.code):
            limit.keep(finding)
    return limit.findings()


def first_findings(hits: Iterable[RuleHit], most: int | None) -> list[Finding]:
    """The findings of the first `most` hits of each rule, or with None of all.

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
    """Counts what each rule found and keeps the first `most` of it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: list[Finding] = []
        self._counts: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def admits(self, code: str) -> bool:
        """Count one more of a rule; False where it has its number already."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        return count <= self._most

    def keep(self, finding: Finding) -> None:
        self._last[finding.code] = len(self._kept)
        self._kept.append(finding)

    def findings(self) -> list[Finding]:
        """What was kept; the last finding of a rule that found more says how many."""
        for code, count in self._counts.items():
            if count > self._most:
                last = self._kept[self._last[code]]
                more = f"（同类问题还有{count - self._most}处，未逐一列出）"
                self._kept[self._last[code]] = replace(last, advice=last.advice + more)
        return self._kept
