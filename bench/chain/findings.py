"""Judges the findings of the chain rules on labelled statements: false if one of the points that it names is in order.

A head may label more than links: `repeats` are the numbers of causes that only repeat their problem, `standing` those
of measures for good without a review, `papers` tells that all measures are meetings and study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

import duizhao.rules
from bench.chain.sample import Sample, interpreted
from duizhao.lint import Finding, Linter, collect
from duizhao.profiles import shipped
from duizhao.statement import Cause, Measure, Statement
from duizhao.text import Source

CODES = (
    "DZ501", "DZ502", "DZ503", "DZ504", "DZ505", "DZ506", "DZ513", "DZ514", "DZ515",
)  # fmt: skip
ON_CAUSES = ("DZ501", "DZ503", "DZ505", "DZ515")
NAMED = re.compile("“([^”]+)”")


@cache
def _linter() -> Linter:
    return Linter(collect(duizhao.rules), shipped().all())


def chain_findings(sample: Sample) -> list[Finding]:
    """What the chain rules find in a statement."""
    found = _linter().check(Source(sample.text)).findings
    return [finding for finding in found if finding.code in CODES]


def is_false(finding: Finding, sample: Sample, read: Statement) -> bool:
    """Whether a finding is wrong by the labels in one of the points that it names."""
    if finding.code == "DZ513":
        return not sample.papers
    places = {finding.span.start} | {span.start for span, _ in finding.related}
    by = Cause if finding.code in ON_CAUSES else Measure
    answers = read.causes if by is Cause else read.measures
    numbers = {at for at, answer in enumerate(answers) if _start(answer) in places}
    if finding.code in ("DZ505", "DZ506"):
        return bool(numbers & {at for _, side, at in sample.labels if side == by.__name__[0]})
    if finding.code in ("DZ514", "DZ515"):
        return not numbers <= (sample.standing if by is Measure else sample.repeats)
    answered = {at for at, side, _ in sample.labels if side == by.__name__[0]}
    return bool(answered & set(_problems(finding, places, read)))


def _problems(finding: Finding, places: AbstractSet[int], read: Statement) -> Iterator[int]:
    aspects = NAMED.findall(finding.message)
    for at, problem in enumerate(read.problems):
        if finding.code in ("DZ501", "DZ502"):
            if problem.aspect and problem.aspect.name in aspects:
                yield at
        elif problem.claim.start in places:
            yield at


def _start(answer: Cause | Measure) -> int:
    return (answer.action if isinstance(answer, Measure) else answer.claim).start


def false_findings(sample: Sample) -> list[Finding]:
    """The wrong findings of the chain rules in a statement."""
    read = interpreted(sample)
    return [each for each in chain_findings(sample) if is_false(each, sample, read)]
