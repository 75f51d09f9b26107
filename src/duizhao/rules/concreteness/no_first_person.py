from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import heading_of
from duizhao.profiles import PaperKind
from duizhao.statement import ChapterKind, Statement
from duizhao.text.pattern import LazyPattern

# 我的毛病有三条：…；…；… says whose they are once for all.
OWN_FAULTS = LazyPattern(
    "(?:本人|(?<![自忘小大无])我(?![们国党军省市区县乡镇局校院厅委办处科村单部支公]))[^。\n]*[：:。]\\s*$"
)
LEAD_IN_WITHIN = 40
START = attrgetter("start")


@rule(
    "DZ404",
    on=Statement,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    papers=(PaperKind.PERSON,),
    criteria=("B4",),
)
def no_first_person(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """查摆问题不见第一人称"""
    problems = statement.problems
    if len(problems) < 2 or any(problem.first_person for problem in problems):
        return
    if reading.is_list or _is_owned(statement, reading) or _stands_in_tables(statement):
        return
    first = problems[0].span.start
    if OWN_FAULTS.search(reading.text, max(0, first - LEAD_IN_WITHIN), first):
        return
    yield Hit(
        heading_of(reading, ChapterKind.PROBLEMS),
        f"查摆的{len(problems)}个问题里没有一处“我”或“本人”。",
        asks="哪些是自己做的，哪些是自己没有做的？能不能用“我”来说？",
    )


def _stands_in_tables(statement: Statement) -> bool:
    """Whether most problems stand in rows of tables, where nobody says 我."""
    rows = [each.span for each in statement.document.paragraphs if each.table]
    if not rows:
        return False
    places = (bisect_right(rows, each.span.start, key=START) - 1 for each in statement.problems)
    inside = sum(
        1
        for at, each in zip(places, statement.problems, strict=True)
        if at >= 0 and each.span.start < rows[at].end
    )
    return inside * 2 > len(statement.problems)


def _is_owned(statement: Statement, reading: Reading) -> bool:
    """Whether most problems describe events, and a cause or measure about them contains 我 or 自己."""
    told = [problem for problem in statement.problems if problem.facts]
    if 2 * len(told) <= len(statement.problems):
        return False
    spans = [
        answer.span for answers in (statement.causes, statement.measures) for answer in answers
    ]
    return any(
        reading.marks.within(words, span)
        for words in ("statement.first-person", "statement.reflexive")
        for span in spans
    )
