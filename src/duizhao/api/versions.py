"""Two versions of a text: which findings of the first are gone in the second, which are left, which are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from duizhao.api.checker import Checker, default_checker
from duizhao.lint import CheckedSource, Finding, fingerprint
from duizhao.text import Source


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Both versions with every finding, and these findings sorted.

    `mended` are findings of the first version that the second has no more, with spans in the first; `left` and `new`
    are findings of the second version, with spans in the second. A finding is left if the first version has one of the
    same rule at the same words.
    """

    first: CheckedSource
    second: CheckedSource
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
    new: tuple[Finding, ...]


def compare_versions(
    first: Source, second: Source, checker: Checker | None = None
) -> VersionComparison:
    """The second version of a text against the first. No finding is left out for being one of many."""
    by = checker or default_checker()
    before, after = by.check(first, most=None), by.check(second, most=None)
    mended, new = before.findings, after.findings
    # Of several alike, those with the same words around them belong together.
    for key in (fingerprint, _rule_and_words):
        mended, new = (
            _unmatched(mended, first, new, second, key),
            _unmatched(new, second, mended, first, key),
        )
    is_new = set(map(id, new))
    left = tuple(finding for finding in after.findings if id(finding) not in is_new)
    return VersionComparison(before, after, mended, left, new)


def _unmatched(
    findings: Iterable[Finding],
    source: Source,
    others: Iterable[Finding],
    other_source: Source,
    key: Callable[[Finding, Source], Hashable],
) -> tuple[Finding, ...]:
    """The findings without one of the same key among the others; each of those answers one."""
    known = Counter(key(finding, other_source) for finding in others)
    rest = []
    for finding in findings:
        known[found := key(finding, source)] -= 1
        if known[found] < 0:
            rest.append(finding)
    return tuple(rest)


def _rule_and_words(finding: Finding, source: Source) -> Hashable:
    return finding.code, "".join(finding.span.of(source.text).split())
