"""What the chain rests on, put into words: for each answer, which problems it is read to answer and why."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.statement import Cause, Measure, Reason, Statement
from duizhao.text import Span

Related = tuple[tuple[Span, str], ...]


def answered(statement: Statement, answers: Iterable[Cause | Measure]) -> Related:
    """Each answer's claim with the aspects it is read to answer, and the words that show it."""
    return tuple(
        (answer.action if isinstance(answer, Measure) else answer.claim, _told(statement, answer))
        for answer in answers
    )


def _told(statement: Statement, answer: Cause | Measure) -> str:
    links = statement.links_to(answer)
    if not links:
        return "没有读出答的是哪个问题"
    named: dict[str, None] = {}
    shared: dict[str, None] = {}
    for link in links:
        (named if link.reason is Reason.NAMED else shared).update(dict.fromkeys(link.terms))
    parts = [f"点了名：{'、'.join(named)}"] if named else []
    parts += [f"都说到：{'、'.join(shared)}"] if shared else []
    return "这里答的（" + "；".join(parts) + "）"
