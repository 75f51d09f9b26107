"""Applies certain fixes until nothing more is to be fixed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from duizhao.lint.finding import Finding
from duizhao.lint.linter import Linter
from duizhao.text import Edit, Source, apply

ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text with its fixes made, and the findings they answered, in the order they were made."""

    source: Source
    fixed: tuple[Finding, ...]


def fix(linter: Linter, source: Source) -> Fixed:
    """Make every certain fix in a text, to a fixed point: fixing the result again changes nothing."""
    made: list[Finding] = []
    for _ in range(ROUNDS):
        chosen = compatible(linter.check(source, most=None).findings)
        if not chosen:
            break
        edits = [edit for finding in chosen for edit in finding.edits]
        text = apply(source.text, edits)
        source = replace(source, text=text, origins=(), asides=(), pending=None)
        made += chosen
    return Fixed(source, tuple(made))


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with fixes that can be made together: of two that overlap, the earlier."""
    chosen: list[Finding] = []
    taken: list[Edit] = []
    for finding in findings:
        if finding.edits and not any(
            _clash(edit, other) for edit in finding.edits for other in taken
        ):
            chosen.append(finding)
            taken += finding.edits
    return chosen


def _clash(edit: Edit, other: Edit) -> bool:
    return edit.span.overlaps(other.span) or edit.span == other.span
