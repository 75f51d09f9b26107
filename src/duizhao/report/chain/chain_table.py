"""The chain as a table: a row for each problem, then what answers none."""

from __future__ import annotations

from duizhao.page import escaped
from duizhao.report.chain.chain_facts import CAUSE, MEASURE, ChainFacts, ChainPoint

MISSING = "没有看出对应的{}"
UNWRITTEN = "文中没有看出{}"


def chain_table(facts: ChainFacts, article: str) -> str:
    """The chain as a table, a row for each problem. `article` begins the ids of the lines that cells lead to."""
    rows = "".join(
        f'<tr><td data-label="问题">{_point(each, article)}</td>'
        + "".join(_cell(facts, each, kind, article) for kind in (CAUSE, MEASURE))
        + "</tr>"
        for each in facts.problems
    )
    more = f"<p>另有 {facts.left_out} 条太多，没有列出。</p>" if facts.left_out else ""
    return (
        '<table class="cards chain-table"><caption>问题、原因、措施的对应</caption>'
        '<thead><tr><th scope="col">问题</th><th scope="col">原因</th><th scope="col">措施</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
        f"{_loose(facts, CAUSE, article)}{_loose(facts, MEASURE, article)}{more}"
    )


def missing(facts: ChainFacts, kind: str) -> str:
    """The words for a problem without an answer of this kind."""
    return (MISSING if facts.of(kind) else UNWRITTEN).format(kind)


def _cell(facts: ChainFacts, problem: ChainPoint, kind: str, article: str) -> str:
    found = "".join(
        f'<p>{_point(each.answer, article)} <span class="by">{escaped(each.words)}</span></p>'
        for each in facts.answers(problem, kind)
    )
    content = found or f'<p class="missing">{missing(facts, kind)}</p>'
    return f'<td data-label="{kind}">{content}</td>'


def _loose(facts: ChainFacts, kind: str, article: str) -> str:
    items = "".join(f"<li>{_point(each, article)}</li>" for each in facts.loose(kind))
    return f"<h4>没有看出对应问题的{kind}</h4><ul>{items}</ul>" if items else ""


def _point(point: ChainPoint, article: str) -> str:
    return (
        f'<a href="{article}-{point.line}">{point.name}</a> '
        f'<span class="where">{point.place}</span> {escaped(point.words)}'
    )
