"""The comparison of two versions as one web page that needs no network and no script."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from duizhao.lint import Finding, Rule
from duizhao.page import asset, escaped, page
from duizhao.report.html.entries import fix_html, quote_html
from duizhao.report.versions.comparison import NOT_COMPARED, FindingOutcome, VersionComparison
from duizhao.text import Source

HERE = Path(__file__).parent


def render(comparison: VersionComparison, rules: Mapping[str, Rule]) -> str:
    """The page, as text to be written in UTF-8."""
    first, second = (escaped(each.source.name) for each in (comparison.first, comparison.second))
    unsaid = "" if comparison.is_layout_compared else f'<p class="about">{NOT_COMPARED}。</p>'
    sections = "".join(
        _section(outcome, source, findings, rules)
        for outcome, source, findings in comparison.by_outcome()
    )
    body = (
        f'<div class="bar"><h1>两稿对比</h1>{_chips(comparison)}</div><main>'
        f'<nav><p>一稿：{first}</p><p>二稿：{second}</p><p class="said">{comparison.in_words()}</p>{unsaid}</nav>'
        f"{sections}</main><footer>duizhao {escaped(comparison.made_by)}。"
        "这里只列出文字中看得见的证据和依据，不评价任何人；怎样改，由写材料的人自己定。</footer>"
    )
    return page(f"{second} · 两稿对比", asset("page.css", HERE), body, "")


def _chips(comparison: VersionComparison) -> str:
    links = "".join(
        f'<a href="#{outcome.value}">{outcome.value} <b>{len(findings)}</b></a>'
        for outcome, _, findings in comparison.by_outcome()
    )
    return f'<div class="chips">{links}</div>'


def _section(
    outcome: FindingOutcome,
    source: Source,
    findings: tuple[Finding, ...],
    rules: Mapping[str, Rule],
) -> str:
    """What became of these findings. Those that are mended are folded: nobody has to do anything about them."""
    head = outcome.value
    if not findings:
        return f'<section id="{head}"><h2>{head} 0 处</h2></section>'
    where, is_open = ("位置按一稿", "") if outcome.is_mended else ("位置按二稿", " open")
    listed = "".join(_entry(source, each, rules[each.code]) for each in findings)
    return (
        f'<section id="{head}"><details{is_open}>'
        f"<summary><h2>{head} {len(findings)} 处<small>{where}</small></h2></summary>"
        f"<ol>{listed}</ol></details></section>"
    )


def _entry(source: Source, finding: Finding, rule: Rule) -> str:
    line, column = source.position(finding.span.start)
    edits = "".join(fix_html(source, edit) for edit in finding.edits)
    return (
        f'<li class="s-{finding.severity.value}"><p><b class="severity">{finding.severity.label}</b> '
        f'<b>{escaped(rule.title)}</b> <span class="where">{line}:{column}　{rule.code}</span></p>'
        f"{quote_html(source, finding.span)}<p>{escaped(finding.full_message)}</p>{edits}"
        f'<p class="where">依据：{escaped(finding.source)}</p></li>'
    )
