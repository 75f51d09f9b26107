"""Applies certain fixes until nothing more is to be fixed."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from duizhao.lint.finding import Finding
from duizhao.lint.linter import Linter
from duizhao.text import Edit, Source, Span, apply, joined

ROUNDS = 10
FREE, FIXED = "-", "#"
"""A character that may be edited, and one that may not."""


@dataclass(frozen=True, slots=True)
class FixedSource:
    """A text with its fixes made, and the findings they answered, in the order they were made.

    `edits` lead from the text before to this one: its spans count in the text before.
    """

    source: Source
    fixed: tuple[Finding, ...]
    edits: tuple[Edit, ...] = ()


Wanted = Callable[[Edit, str], bool]
"""Says of an edit, and the text it is for, whether it is to be made."""


def fix(
    linter: Linter,
    source: Source,
    wanted: Wanted | None = None,
    in_runs: bool = False,
    found: Iterable[Finding] | None = None,
) -> FixedSource:
    """Make every certain fix in a text, or those `wanted`, to a fixed point: fixing again changes nothing.

    `in_runs` leaves alone what stands in no run of a Word file: automatic numbers, the breaks between paragraphs.
    `found` is every finding in `source`, where they are known already.
    """
    before, made = source.text, list[Finding]()
    fixed = _fixed(source) if in_runs else ""
    whole: tuple[Edit, ...] = ()
    for _ in range(ROUNDS):
        findings = linter.check(source, most=None).findings if found is None else found
        found = None
        findings = _only(findings, wanted, source.text) if wanted else findings
        chosen = compatible(each for each in findings if _may(each, fixed))
        if not chosen:
            break
        edits = [edit for finding in chosen for edit in finding.edits]
        whole = tuple(joined(whole, edits, source.text))
        if fixed:
            fixed = apply(fixed, (Edit(e.span, FREE * len(e.replacement)) for e in edits))
        text = apply(source.text, edits)
        source = replace(source, text=text, origins=(), asides=(), typography=None)
        made += chosen
    kept = (edit for edit in whole if edit.span.of(before) != edit.replacement)
    return FixedSource(source, tuple(made), tuple(kept))


def _only(findings: Iterable[Finding], wanted: Wanted, text: str) -> Iterable[Finding]:
    return (each for each in findings if all(wanted(edit, text) for edit in each.edits))


def _fixed(source: Source) -> str:
    """For each character whether it may be edited; empty for a plain text, where all may."""
    return "".join(
        (FIXED if piece.generated else FREE) * (piece.span.end - piece.span.start)
        for piece in source.origins
    )


def _may(finding: Finding, fixed: str) -> bool:
    """Do all edits of a finding stand on characters that may be edited, or go in beside one?"""
    return not fixed or all(
        FREE in fixed[max(0, start - 1) : end + 1] and FIXED not in fixed[start:end]
        for edit in finding.edits
        for start, end in (edit.span,)
    )


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with fixes that can be made together: of two that overlap, the earlier."""
    chosen: list[Finding] = []
    taken: list[Span] = []
    for finding in findings:
        if finding.edits and not any(_is_taken(edit.span, taken) for edit in finding.edits):
            chosen.append(finding)
            for edit in finding.edits:
                insort(taken, edit.span)
    return chosen


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Whether `span` clashes with one of those taken, which are in order and do not overlap: a neighbour, then."""
    at = bisect(taken, span)
    return any(span.overlaps(other) or span == other for other in taken[max(0, at - 2) : at + 2])
