"""Who a place in the text belongs to: the problem around it, the clause it opens, the author."""

from __future__ import annotations

from bisect import bisect_right

from duizhao.lint import Reading
from duizhao.statement import Problem
from duizhao.text import Span

CLAUSE_ENDS = "。；;！？!?：:，,\n"


def problem_at(reading: Reading, place: Span) -> Problem | None:
    """The problem that `place` stands in."""
    problems = reading.statement.problems
    at = bisect_right(problems, place.start, key=_start) - 1
    return problems[at] if at >= 0 and problems[at].span.covers(place) else None


def _start(problem: Problem) -> int:
    return problem.span.start


def opens_clause(reading: Reading, start: int, problem: Problem) -> bool:
    """Whether a clause of the problem begins at `start`, so that what stands there is its subject."""
    return start == problem.claim.start or reading.text[start - 1] in CLAUSE_ENDS


def speaks_of_self(reading: Reading, place: Span, problem: Problem) -> bool:
    """Whether 我 or 本人 follows in the same sentence: 有的同志看手机，我没有提醒."""
    stop = reading.text.find("。", place.end, problem.span.end)
    end = stop if stop >= 0 else problem.span.end
    return any(place.end <= word.start < end for word in problem.first_person)


def is_of_team(reading: Reading) -> bool:
    """Whether the title says that a whole team examines itself: 领导班子对照检查材料."""
    title = "".join(map(reading.of, reading.document.title))
    return "班子" in title and "个人" not in title and "成员" not in title
