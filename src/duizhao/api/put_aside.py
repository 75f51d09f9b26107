"""The findings in a text that somebody has put aside, apart from those that count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from duizhao.lint import CheckedSource, Finding, Rule, lasting_key
from duizhao.report.versions import VersionComparison
from duizhao.text import Source

FindingKey = tuple[str, str]
"""The code of a finding, and a digest by which later versions know it."""


def finding_key(finding: Finding, source: Source, rules: Mapping[str, Rule]) -> FindingKey:
    """The key under which a finding is put aside."""
    return lasting_key(finding, source, rules[finding.code])


def without_aside(
    checked: CheckedSource, aside: Collection[FindingKey], rules: Mapping[str, Rule]
) -> tuple[CheckedSource, tuple[Finding, ...]]:
    """A checked text without the findings whose keys are in `aside`, and these findings."""
    if not aside:
        return checked, ()
    rest, apart = _parted(checked.findings, checked.source, aside, rules)
    return replace(checked, findings=rest), apart


def comparison_without_aside(
    compared: VersionComparison, aside: Collection[FindingKey], rules: Mapping[str, Rule]
) -> VersionComparison:
    """A comparison without the findings that are put aside."""
    first, second = compared.first.source, compared.second.source
    return replace(
        compared,
        mended=_parted(compared.mended, first, aside, rules)[0],
        left=_parted(compared.left, second, aside, rules)[0],
        new=_parted(compared.new, second, aside, rules)[0],
    )


def _parted(
    findings: Iterable[Finding],
    source: Source,
    aside: Collection[FindingKey],
    rules: Mapping[str, Rule],
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    rest: list[Finding] = []
    apart: list[Finding] = []
    for finding in findings:
        (apart if finding_key(finding, source, rules) in aside else rest).append(finding)
    return tuple(rest), tuple(apart)
