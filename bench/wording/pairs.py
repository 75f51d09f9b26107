"""Sentences with one mistake each, and the same sentences without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from duizhao.lint import Finding, Linter
from duizhao.text import Source, Span, apply

FAMILIES = ("DZ2", "DZ3", "DZ6")
QUOTED = re.compile("“([^\n]{1,80}?)”(?=[^”]|$)")


@dataclass(frozen=True)
class WordingPair:
    """A sentence as written, as it should be, and the kind of its mistake."""

    wrong: str
    right: str
    kind: str


@dataclass
class KindTally:
    """How many pairs of a kind there are, how many were flagged, and for how many the right form was shown."""

    pairs: int = 0
    flagged: int = 0
    shown: int = 0


def read_pairs(path: Path) -> list[WordingPair]:
    """Lines of wrong sentence, right sentence and kind, with tabs between them; one that begins with # is a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    return [WordingPair(*row[:3]) for row in rows if row[0] != "wrong sentence"]


def is_flagged(linter: Linter, pair: WordingPair) -> tuple[bool, bool]:
    """Whether a finding touches the mistake, and whether its fix or its message holds the right form."""
    changes = list(_changes(pair))
    found = [
        finding
        for finding in linter.check(Source(pair.wrong)).findings
        if finding.code.startswith(FAMILIES) and any(_touches(finding.span, c[0]) for c in changes)
    ]
    return bool(found), any(_shows(finding, pair, changes) for finding in found)


def _changes(pair: WordingPair) -> Iterator[tuple[Span, Span]]:
    matcher = SequenceMatcher(None, pair.wrong, pair.right, autojunk=False)
    for tag, start, end, right_start, right_end in matcher.get_opcodes():
        if tag != "equal":
            yield Span(start, end), Span(right_start, right_end)


def _touches(span: Span, change: Span) -> bool:
    return span.start <= change.end and change.start <= span.end


def _shows(finding: Finding, pair: WordingPair, changes: list[tuple[Span, Span]]) -> bool:
    if finding.edits and apply(pair.wrong, finding.edits) == pair.right:
        return True
    said = QUOTED.findall(finding.full_message)
    return any(_holds(form, pair.right, right) for form in said for _, right in changes)


def _holds(form: str, text: str, place: Span) -> bool:
    """True if `form` is what stands in the right text at `place`, with a neighbour by which it is known."""
    if len(form) <= len(place.of(text)) or len(form) < 2:
        return False
    starts = range(max(0, place.end - len(form)), place.start + 1)
    return any(text.startswith(form, start) for start in starts)
