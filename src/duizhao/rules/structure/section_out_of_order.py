"""Measures before causes"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span

ORDER = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)


@rule(
    "DZ106",
    on=Statement,
    severity=Severity.HINT,
    source="历次专题民主生活会通知的叙述次序",
    strength=Strength.PRACTICE,
)
def section_out_of_order(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """各部分次序颠倒"""
    present = [kind for kind in ORDER if statement.chapters_of(kind)]
    for before, after in pairwise(present):
        first = statement.chapters_of(after)[0]
        if _start(statement, after) >= _start(statement, before):
            continue
        # Who tells matter by matter, or under titles of one's own, has an order of one's own.
        if first.is_announced and not _holds(statement, after, before):
            yield Hit(
                _shown(statement, after),
                f"“{after.value}”在“{before.value}”之前。一般先查摆问题，再剖析原因，后提整改措施。",
                asks="是有意这样排的吗？",
                related=((_shown(statement, before), before.value),),
            )


def _holds(statement: Statement, outer: ChapterKind, inner: ChapterKind) -> bool:
    """Whether a chapter of problems and answers holds the other kind too, as a table of all three does."""
    first = statement.chapters_of(outer)[0]
    return ChapterKind.PROBLEMS in first.kinds and _start(statement, inner) < first.span.end


def _start(statement: Statement, kind: ChapterKind) -> int:
    return statement.chapters_of(kind)[0].span.start


def _shown(statement: Statement, kind: ChapterKind) -> Span:
    chapter = statement.chapters_of(kind)[0]
    return chapter.section.heading.span if chapter.section else chapter.span
