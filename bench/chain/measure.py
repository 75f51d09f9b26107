"""Measures the chain on our own statements, labelled by reading: precision and recall of the links, and false findings.

Run `python -m bench.chain.measure [--write] [--wrong]`. A statement is a text under statements/ with a TOML head: the
profile, and for each problem the numbers (from 0) of the causes and measures that answer it. Statements marked
`held_out` were written before the links were tuned and not looked at since; they are reported separately, and `--wrong`
lists what is wrong in the others only. If a statement is cut into other points than its labels expect, all its labels
count as missed and all its links as wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.chain.findings import chain_findings, false_findings
from bench.chain.sample import Pair, Sample, interpreted, samples
from bench.report import Row, show
from duizhao.statement import Link, Reason, Statement

LEAST_PRECISION = 0.9
LEAST_RECALL = 0.8
MOST_FALSE_FINDINGS = 0.3


@dataclass(frozen=True, slots=True)
class Score:
    """The numbers of right links, of links made, and of labelled links."""

    right: int
    made: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0


def links(read: Statement) -> dict[Pair, Link]:
    """The links that the program makes."""
    problems = {problem.span: at for at, problem in enumerate(read.problems)}
    answers = {cause.span: ("C", at) for at, cause in enumerate(read.causes)}
    answers |= {measure.span: ("M", at) for at, measure in enumerate(read.measures)}
    return {(problems[link.problem.span], *answers[link.answer.span]): link for link in read.links}


def is_cut_as_labelled(sample: Sample, read: Statement) -> bool:
    """Whether the program finds as many problems as were labelled, and every labelled answer."""
    sides = {"C": len(read.causes), "M": len(read.measures)}
    fits = all(answer < sides[side] for _, side, answer in sample.labels)
    return len(read.problems) == sample.problems and fits


def score(chosen: Iterable[Sample], reason: Reason | None = None) -> Score:
    """The links of these statements, all or those of one reason, compared with all labels."""
    right = made = labelled = 0
    for sample in chosen:
        read = interpreted(sample)
        found = {pair for pair, link in links(read).items() if reason in (None, link.reason)}
        if is_cut_as_labelled(sample, read):
            right += len(found & sample.labels)
        made += len(found)
        labelled += len(sample.labels)
    return Score(right, made, labelled)


def rows(known: Iterable[Sample]) -> Iterator[Row]:
    """Precision and recall of the statements that were tuned on, and of those held out."""
    for title, held_out in (("tuned on", False), ("held out", True)):
        chosen = [sample for sample in known if sample.held_out is held_out]
        title = f"{title} ({len(chosen)})"
        every = score(chosen)
        precision, recall = (LEAST_PRECISION, LEAST_RECALL) if held_out else (None, None)
        yield Row(f"{title}: precision of {every.made} links", every.precision, "", precision, True)
        yield Row(f"{title}: recall of {every.labelled} labels", every.recall, "", recall, True)
        for reason in Reason:
            found = score(chosen, reason)
            name = f"{title}, {reason.value}"
            yield Row(f"{name}: precision of {found.made} links", found.precision, "")
            yield Row(f"{name}: recall", found.recall, "")
        made = sum(len(chain_findings(sample)) for sample in chosen)
        wrong = sum(len(false_findings(sample)) for sample in chosen)
        most = MOST_FALSE_FINDINGS if held_out else None
        name = f"{title}: false findings a statement, of {made} findings"
        yield Row(name, wrong / len(chosen), "", most)


def show_wrong(known: Iterable[Sample]) -> None:
    """Print the wrong and missed links and the false findings of the statements that were tuned on."""
    for sample in known:
        if sample.held_out:
            continue
        read = interpreted(sample)
        found = links(read)
        print(sample.name, "" if is_cut_as_labelled(sample, read) else "cut into other points")
        for pair in sorted(found.keys() - sample.labels):
            print("  wrong ", pair, found[pair].reason.value, *found[pair].terms)
        for pair in sorted(sample.labels - found.keys()):
            print("  missed", pair)
        for finding in false_findings(sample):
            print("  false ", finding.code, finding.message, sample.text[slice(*finding.span)])


def main() -> None:
    known = samples()
    if "--wrong" in sys.argv[1:]:
        show_wrong(known)
    title = f"chain: {len(known)} statements of ours with labelled links"
    show(title, list(rows(known)), write="--write" in sys.argv[1:])


if __name__ == "__main__":
    main()
