"""Measures precision and recall of the chain on our own statements, labelled by reading before anything was tuned.

Run `python -m bench.chain.measure [--write]`. A statement is a text under statements/ with a TOML head: the profile,
and for each problem the numbers (from 0) of the causes and measures that answer it. Statements marked `held_out` were
not looked at while tuning, and are reported separately. If a statement is cut into other points than its labels expect,
all its labels count as missed and all its links as wrong.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.report import Row, show
from duizhao import document, statement
from duizhao.profiles import shipped
from duizhao.statement import Reason, Statement
from duizhao.text import Source

FOLDER = Path(__file__).parent / "statements"
Pair = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Sample:
    """A statement with its labels: pairs of a problem and a cause (C) or measure (M), by number."""

    name: str
    text: str
    profile: str
    held_out: bool
    problems: int
    labels: frozenset[Pair]


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


def samples() -> list[Sample]:
    """All labelled statements, in order of name."""
    return [_sample(path) for path in sorted(FOLDER.glob("*.md"))]


def _sample(path: Path) -> Sample:
    _, head, text = path.read_text(encoding="utf-8").split("+++\n", 2)
    table = tomllib.loads(head)
    labels = frozenset(
        (problem, side, answer)
        for side, key in (("C", "causes"), ("M", "measures"))
        for problem, answers in enumerate(table[key])
        for answer in answers
    )
    held_out = table.get("held_out", False)
    return Sample(path.stem, text, table["profile"], held_out, len(table["causes"]), labels)


def interpreted(sample: Sample) -> Statement:
    """The statement as the program interprets it."""
    parsed = document.parse(Source(sample.text))
    return statement.interpret(parsed, shipped().named(sample.profile))


def links(read: Statement) -> dict[Pair, Reason]:
    """The links that the program makes, with their reasons."""
    problems = {problem.span: at for at, problem in enumerate(read.problems)}
    answers = {cause.span: ("C", at) for at, cause in enumerate(read.causes)}
    answers |= {measure.span: ("M", at) for at, measure in enumerate(read.measures)}
    return {
        (problems[link.problem.span], *answers[link.answer.span]): link.reason
        for link in read.links
    }


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
        found = {pair for pair, why in links(read).items() if reason in (None, why)}
        if is_cut_as_labelled(sample, read):
            right += len(found & sample.labels)
        made += len(found)
        labelled += len(sample.labels)
    return Score(right, made, labelled)


def rows(known: Iterable[Sample]) -> Iterator[Row]:
    """Precision and recall of the statements that were tuned on, and of those held out."""
    for title, held_out in (("tuned on", False), ("held out", True)):
        chosen = [sample for sample in known if sample.held_out is held_out]
        for reason in (None, *Reason):
            found = score(chosen, reason)
            name = f"{title} ({len(chosen)}), {reason.value if reason else 'all'}"
            yield Row(f"{name}: precision of {found.made} links", found.precision, "")
            yield Row(f"{name}: recall of {found.labelled} labels", found.recall, "")


def main() -> None:
    known = samples()
    title = f"chain: {len(known)} statements of ours with labelled links"
    show(title, list(rows(known)), write="--write" in sys.argv[1:])


if __name__ == "__main__":
    main()
