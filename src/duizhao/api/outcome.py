"""The outcome of a file: checked, or a failure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from duizhao import __version__
from duizhao.config import new_findings, read_baseline
from duizhao.lint import CheckedSource, Failure, Listing, Rule, fingerprint
from duizhao.read import PassedOver
from duizhao.report import Report, RunSummary

Outcome = CheckedSource | Failure


def apply_baseline(outcomes: Iterable[Outcome], baseline: Path | None) -> Iterator[Outcome]:
    """The outcomes without the findings that a baseline file records, which are counted. Raises BadConfiguration."""
    known = read_baseline(baseline) if baseline else Counter[tuple[str, str]]()
    for outcome in outcomes:
        if known and isinstance(outcome, CheckedSource):
            new, known = new_findings(outcome.findings, outcome.source, known)
            hidden = len(outcome.findings) - len(new)
            outcome = replace(outcome, findings=new, known=hidden)
        yield outcome


def listed(checked: CheckedSource, listing: Listing) -> CheckedSource:
    """A checked text with the findings that are to be listed; the others are counted."""
    if listing.lists_all:
        return checked if listing.order is checked.order else replace(checked, order=listing.order)
    reasons = [listing.reason_against(finding) for finding in checked.findings]
    kept = (finding for finding, why in zip(checked.findings, reasons, strict=True) if why is None)
    unlisted = Counter(why.value for why in reasons if why is not None)
    return replace(checked, findings=tuple(kept), order=listing.order, unlisted=dict(unlisted))


def fingerprints(outcomes: Iterable[Outcome]) -> Counter[tuple[str, str]]:
    """The fingerprints of all findings, as a baseline records them."""
    return Counter(
        fingerprint(finding, outcome.source)
        for outcome in outcomes
        if isinstance(outcome, CheckedSource)
        for finding in outcome.findings
    )


def make_report(
    outcomes: Iterable[Outcome], rules: Iterable[Rule], passed_over: Iterable[PassedOver] = ()
) -> Report:
    """The outcomes as one value that a format renders; `rules` are those that ran."""
    kept = tuple(outcomes)
    failures = tuple(each for each in kept if isinstance(each, Failure))
    return Report(
        tuple(each for each in kept if isinstance(each, CheckedSource)),
        RunSummary(failures, tuple(rules), __version__, tuple(passed_over)),
    )
