"""What surrounds a place in the text: its problem or cause, its clause, and who is speaking."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from duizhao.lint import Reading
from duizhao.statement import Cause, Problem
from duizhao.text import Span

Part = TypeVar("Part", Problem, Cause)
# The longest distance between two words of one sentence.
LONGEST_SENTENCE = 120
CLAUSE_ENDS = "。；;！？!?：:，,\n"


def problem_at(reading: Reading, place: Span) -> Problem | None:
    """The problem that contains `place`."""
    return _around(reading.statement.problems, reading.statement.problem_starts, place)


def cause_at(reading: Reading, place: Span) -> Cause | None:
    """The cause that contains `place`."""
    causes = reading.statement.causes
    return _around(causes, [cause.span.start for cause in causes], place)


def _around(parts: tuple[Part, ...], starts: Sequence[int], place: Span) -> Part | None:
    at = bisect_right(starts, place.start) - 1
    return parts[at] if at >= 0 and parts[at].span.covers(place) else None


def opens_clause(reading: Reading, start: int, problem: Problem) -> bool:
    """True if a clause of the problem begins at `start`: what stands there is its subject."""
    return start == problem.claim.start or reading.text[start - 1] in CLAUSE_ENDS


def speaks_of_self(reading: Reading, place: Span, problem: Problem) -> bool:
    """True if 我 or 本人 stands in the same sentence, on either side: 有的同志看手机，我没有提醒."""
    at = bisect_right(problem.first_person, place)
    before, after = problem.first_person[:at][-1:], problem.first_person[at:][:1]
    gaps = [(each.end, place.start) for each in before] + [
        (place.end, each.start) for each in after
    ]
    return any(
        end - start < LONGEST_SENTENCE and "。" not in reading.text[start:end]
        for start, end in gaps
    )
