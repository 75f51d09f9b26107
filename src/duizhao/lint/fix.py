"""Applies certain fixes, round by round, until none is left."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from duizhao.lint.finding import Finding
from duizhao.text import Edit, Source, Span, apply, compose, moved_tables, value

if TYPE_CHECKING:
    from duizhao.lint.linter import Linter

MAX_ROUNDS = 10
EDITABLE, GENERATED = "-", "#"
"""Stand for a character that may be edited, and for one that Word generates."""


@value
class FixedSource:
    """A text with its fixes applied, and the findings fixed, in the order of the fixes.

    `edits` turn the original text into this one; their spans are offsets in the original text.
    """

    source: Source
    fixed: tuple[Finding, ...]
    edits: tuple[Edit, ...] = ()


Wanted = Callable[[Edit, str], bool]
"""Predicate: should this edit be made in this text?"""


def fix(
    linter: Linter,
    source: Source,
    wanted: Wanted | None = None,
    in_runs: bool = False,
    found: Iterable[Finding] | None = None,
) -> FixedSource:
    """Apply every certain fix, or the `wanted` ones, until nothing changes: fixing again changes nothing.

    `in_runs` skips text outside the runs of a Word file: automatic numbers and paragraph breaks.
    `found` are all findings in `source`, if they are already known.
    """
    before, fixed = source.text, list[Finding]()
    editable = _editable(source) if in_runs else ""
    all_edits: tuple[Edit, ...] = ()
    for _ in range(MAX_ROUNDS):
        findings = linter.corrections(source) if found is None else found
        found = None
        if wanted:
            findings = _wanted_alone(findings, wanted, source.text)
        chosen = compatible(each for each in findings if _is_editable(each, editable))
        if not chosen:
            break
        edits = [edit for finding in chosen for edit in finding.edits]
        all_edits = tuple(compose(all_edits, edits, source.text))
        if editable:
            # What a fix has written may be fixed again.
            marks = (Edit(e.span, EDITABLE * len(e.replacement)) for e in edits)
            editable = apply(editable, marks)
        text = apply(source.text, edits)
        tables = moved_tables(source.tables, edits) if source.tables else ()
        source = replace(source, text=text, origins=(), asides=(), typography=None, tables=tables)
        fixed += chosen
    # Of two fixes one may undo the other.
    effective = (edit for edit in all_edits if edit.span.of(before) != edit.replacement)
    return FixedSource(source, tuple(fixed), tuple(effective))


def _wanted_alone(findings: Iterable[Finding], wanted: Wanted, text: str) -> Iterable[Finding]:
    return (each for each in findings if all(wanted(edit, text) for edit in each.edits))


def _editable(source: Source) -> str:
    """For each character EDITABLE or GENERATED; empty for plain text, where every character may be edited."""
    return "".join(
        (GENERATED if piece.generated else EDITABLE) * (piece.span.end - piece.span.start)
        for piece in source.origins
    )


def _is_editable(finding: Finding, editable: str) -> bool:
    """True if all edits replace editable characters, or insert next to one."""
    return not editable or all(
        EDITABLE in editable[max(0, start - 1) : end + 1] and GENERATED not in editable[start:end]
        for edit in finding.edits
        for start, end in (edit.span,)
    )


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with edits that can be applied together: of two that overlap, the earlier."""
    chosen: list[Finding] = []
    taken: list[Span] = []
    for finding in findings:
        if finding.edits and not any(_is_taken(edit.span, taken) for edit in finding.edits):
            chosen.append(finding)
            for edit in finding.edits:
                insort(taken, edit.span)
    return chosen


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """True if `span` overlaps a taken one. These are in order and apart, so only its neighbours are compared."""
    at = bisect(taken, span)
    return any(span.overlaps(other) or span == other for other in taken[max(0, at - 2) : at + 2])
