"""What became of a file: it was checked, or it could not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from duizhao import __version__
from duizhao.config import fingerprint, read_baseline, unknown
from duizhao.lint import Checked, Rule
from duizhao.report import Report
from duizhao.report.tally import Tally


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be checked: its name, and one line that says why."""

    name: str
    reason: str


Outcome = Checked | Failure


def without_known(outcomes: Iterable[Outcome], baseline: Path | None) -> Iterator[Outcome]:
    """The outcomes without the findings that a baseline file records. Raises BadConfiguration."""
    known = read_baseline(baseline) if baseline else Counter[tuple[str, str]]()
    for outcome in outcomes:
        if known and isinstance(outcome, Checked):
            outcome = replace(outcome, findings=unknown(outcome.findings, outcome.source, known))
        yield outcome


def fingerprints(outcomes: Iterable[Outcome]) -> Counter[tuple[str, str]]:
    """What a baseline of these outcomes records."""
    return Counter(
        fingerprint(finding, outcome.source)
        for outcome in outcomes
        if isinstance(outcome, Checked)
        for finding in outcome.findings
    )


def report(outcomes: Iterable[Outcome], rules: Iterable[Rule]) -> Report:
    """The outcomes as one value for a format to render; `rules` are those that ran."""
    kept = tuple(outcomes)
    return Report(
        tuple(outcome for outcome in kept if isinstance(outcome, Checked)),
        tuple((o.name, o.reason) for o in kept if isinstance(o, Failure)),
        tuple(rules),
        __version__,
    )


def text_pieces(
    outcomes: Iterable[Outcome], rules: Iterable[Rule], *, colour: bool = False, width: int = 100
) -> Iterator[str]:
    """The text format bit by bit, one piece a file as it comes in and the sum at the end: nothing is kept."""
    from duizhao.report.text import render_one, summary

    by_code = {rule.code: rule for rule in rules}
    total, failures, files = Tally(), [], 0
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append((outcome.name, outcome.reason))
            continue
        files += 1
        total += Tally.of(outcome.findings, by_code)
        yield render_one(outcome, by_code, colour=colour, width=width)
    yield summary(total, files, failures, colour=colour)
