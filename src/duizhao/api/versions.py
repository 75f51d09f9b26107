"""Two versions of a text: which findings of the first are gone in the second, which are left, which are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from duizhao.api.check import default_checker
from duizhao.api.checker import Checker
from duizhao.config import new_findings
from duizhao.lint import CheckedSource, Finding, fingerprint
from duizhao.text import Source


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Both versions with every finding, and these findings sorted.

    `mended` are findings of the first version that the second has no more, with spans in the first; `left` and `new`
    are findings of the second version, with spans in the second. A finding is left if its rule, its words and the
    words around it on the line are the same.
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
    mended, _ = new_findings(before.findings, first, _fingerprints(after.findings, second))
    new, _ = new_findings(after.findings, second, _fingerprints(before.findings, first))
    is_new = set(map(id, new))
    left = tuple(finding for finding in after.findings if id(finding) not in is_new)
    return VersionComparison(before, after, mended, left, new)


def _fingerprints(findings: Iterable[Finding], source: Source) -> Counter[tuple[str, str]]:
    return Counter(fingerprint(finding, source) for finding in findings)
