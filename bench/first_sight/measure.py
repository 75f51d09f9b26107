"""Measures points, links, owners and times on statements of writers who did not know the program, read at first sight.

Run `python -m bench.first_sight.measure [--write]`. A statement is a text under statements/ with a TOML head: for each
problem the numbers (from 0) of its causes and measures, for each measure who acts and by when, in the words of the
text, empty if it does not say. Around each point stand ⟦ and ⟧, with P, C or M behind the first. The program is told
nothing of a text, neither its kind nor its profile. A point is right if its kind and both its ends are, but for blanks,
closing punctuation and a label (原因：); a link counts by the points that its ends overlap. Statements marked
`held_out` were not read by anybody who changed the program; the others were, after they had been measured once.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duizhao.rules
from bench.marked import found_points, trimmed, unmarked
from bench.report import Row, show
from duizhao.ledger.extract import extract
from duizhao.ledger.row import RowMeasure
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.statement import Cause, Statement
from duizhao.statement.outline.labelled_points import LetteredSpan
from duizhao.text import Source, Span

FOLDER = Path(__file__).parent / "statements"
LABEL = re.compile(
    "[（(【]?(?:整改|改进|产生|存在|检视|具体|主要)?(?:问题|原因|措施|表现|举措|分析|剖析)(?:分析|措施|剖析)?"
    "[0-9一二三四五六]?[)）】]?[：:](?!$)"
)
ONESELF = ("我", "我自己", "本人")
Link = tuple[LetteredSpan | None, LetteredSpan | None]
"""The marked points at both ends of a link; None for what overlaps none."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A statement without its marks, with the reading of a careful person."""

    text: str
    points: tuple[LetteredSpan, ...]
    links: frozenset[Link]
    owners: tuple[str, ...]
    deadlines: tuple[str, ...]
    held_out: bool

    def marked(self, letter: str) -> list[LetteredSpan]:
        """The marked points of one kind, in text order."""
        return [each for each in self.points if each[0] == letter]


def samples() -> list[Sample]:
    """All statements, in order of name."""
    return [_sample(path) for path in sorted(FOLDER.glob("*.md"))]


def _sample(path: Path) -> Sample:
    _, head, marked = path.read_text(encoding="utf-8").split("+++\n", 2)
    table: dict[str, Any] = tomllib.loads(head)
    text, points = unmarked(marked)
    by_letter = {letter: [each for each in points if each[0] == letter] for letter in "PCM"}
    links = frozenset(
        (by_letter["P"][at], by_letter[letter][answer])
        for letter, key in (("C", "causes"), ("M", "measures"))
        for at, answers in enumerate(table[key])
        for answer in answers
    )
    return Sample(
        text,
        tuple(points),
        links,
        tuple(table["owners"]),
        tuple(table["deadlines"]),
        table.get("held_out", False),
    )


@cache
def _linter() -> Linter:
    return Linter(collect(duizhao.rules), shipped().all())


def interpreted(sample: Sample) -> Statement:
    """The statement as the program reads it when it is told nothing of it."""
    return _linter().check(Source(sample.text)).readings[0].statement


def without_label(text: str, point: LetteredSpan) -> LetteredSpan:
    """A point without a label ahead of it, and without blanks and closing punctuation at its ends."""
    letter, (start, end) = trimmed(text, point)
    label = LABEL.match(text, start, end)
    return letter, Span(label.end() if label else start, end)


def found_links(sample: Sample, read: Statement) -> set[Link]:
    """The links that the program makes, between marked points."""
    return {
        (
            overlapped(sample.marked("P"), link.problem.span),
            overlapped(
                sample.marked("C" if isinstance(link.answer, Cause) else "M"), link.answer.span
            ),
        )
        for link in read.links
    }


def overlapped(points: Sequence[LetteredSpan], span: Span) -> LetteredSpan | None:
    """The point that begins where a stretch does, else the first that overlaps it."""
    alike = [each for each in points if each[1].start == span.start]
    over = [each for each in points if each[1].start < span.end and span.start < each[1].end]
    return next(iter(alike or over), None)


def told_of_measures(sample: Sample, read: Statement) -> Iterator[tuple[str, str, str, str]]:
    """Who acts and by when: for each marked measure as marked, and as the ledger has it."""
    made = extract(Source(sample.text), [read])
    rows = [row for draft in made.drafts for row in draft.measures]
    for (_, span), owner, deadline in zip(
        sample.marked("M"), sample.owners, sample.deadlines, strict=True
    ):
        words = span.of(sample.text)
        own = next((row for row in rows if row.text[:8].strip() in words), RowMeasure(""))
        acting = " ".join((own.leader, own.department, own.partner, own.owner))
        yield owner, acting, deadline, own.deadline


def tally(sample: Sample) -> Counter[str]:
    """What is right, found and marked in a statement."""
    read = interpreted(sample)
    counts = Counter(statements=1, recognised=int(read.recognised))
    found = {without_label(sample.text, each) for each in found_points(read)}
    marked = {without_label(sample.text, each) for each in sample.points}
    linked = found_links(sample, read)
    counts["points right"] += len(found & marked)
    counts["points found"] += len(found)
    counts["points"] += len(marked)
    counts["links right"] += len(linked & sample.links)
    counts["links found"] += len(linked)
    counts["links"] += len(sample.links)
    for owner, acting, deadline, told in told_of_measures(sample, read):
        counts["owners"] += bool(owner)
        counts["owners right"] += bool(owner) and _is_told(owner, acting)
        counts["times"] += bool(deadline)
        counts["times right"] += bool(deadline and told) and (deadline in told or told in deadline)
    return counts


def _is_told(owner: str, acting: str) -> bool:
    """Whether the ledger names all who act; for 我 it writes the name of who signs, where there is one."""
    return all(
        each in acting or (each in ONESELF and bool(acting.strip())) for each in owner.split("、")
    )


def rows(known: Iterable[Sample]) -> Iterator[Row]:
    """The figures of the statements that were read while mending, and of those held out."""
    for title, held_out in (("read since", False), ("held out", True)):
        counts = sum((tally(each) for each in known if each.held_out is held_out), Counter[str]())
        name = f"{title} ({counts['statements']})"
        yield Row(f"{name}: recognised", counts["recognised"] / counts["statements"], "")
        for what in ("points", "links"):
            right, found, marked = counts[f"{what} right"], counts[f"{what} found"], counts[what]
            yield Row(f"{name}: precision of {found} {what}", right / max(1, found), "")
            yield Row(f"{name}: recall of {marked} {what}", right / marked, "")
        for what in ("owners", "times"):
            yield Row(
                f"{name}: right of {counts[what]} {what}",
                counts[f"{what} right"] / counts[what],
                "",
            )


def main() -> None:
    known = samples()
    title = f"first sight: {len(known)} statements of ours, by writers who did not know the program"
    show(title, list(rows(known)), write="--write" in sys.argv[1:])


if __name__ == "__main__":
    main()
