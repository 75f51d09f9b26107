"""The comparison of two versions as one web page that needs no network and no script."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from duizhao.lint import Finding, FindingGroup, Rule, groups, layout_titles
from duizhao.page import asset, escaped, page
from duizhao.report.html.entries import fix_html
from duizhao.report.html.places import quote_html
from duizhao.report.versions.comparison import NOT_COMPARED, VersionComparison
from duizhao.report.versions.finding_outcome import FindingOutcome
from duizhao.report.versions.folder import FolderComparison, VersionPair
from duizhao.report.versions.followed_opinion import FollowedOpinion, parted
from duizhao.report.versions.paragraphs import ParagraphOutcome
from duizhao.text import Source, place_in_words

HERE = Path(__file__).parent


def render(comparison: VersionComparison, rules: Mapping[str, Rule]) -> str:
    """The page, as text to be written in UTF-8."""
    title = f"{escaped(comparison.second.source.name)} · 两稿对比"
    body = f"{_head('两稿对比', _chips(comparison))}<main>{_compared(comparison, rules)}</main>"
    return page(title, asset("page.css", HERE), body + _footer(comparison.made_by), "")


def compared_html(comparison: VersionComparison, rules: Mapping[str, Rule]) -> str:
    """What the page holds of the comparison, as a piece of another page."""
    return _compared(comparison, rules)


def render_folder(folder: FolderComparison, rules: Mapping[str, Rule]) -> str:
    """The page of two folders: a table of the pairs, and below it each pair, folded."""
    rows = "".join(_pair_row(pair, at) for at, pair in enumerate(folder.pairs, 1))
    alone = "".join(
        f'<tr><td colspan="5">{escaped(each.name)}（{each.version}）没有比：{escaped(each.reason)}</td></tr>'
        for each in folder.unpaired
    )
    heads = "".join(f"<th>{head}</th>" for head in ("材料", "已改", "还在", "新出现", "意见"))
    pairs = "".join(
        f'<details class="pair" id="p{at}"><summary><h2>{escaped(pair.names[1])}'
        f"<small>{pair.comparison.in_words()}</small></h2></summary>"
        f"{_compared(pair.comparison, rules, f'p{at}-')}</details>"
        for at, pair in enumerate(folder.pairs, 1)
    )
    body = (
        f'{_head("两稿对比", "")}<main><nav><p class="said">{folder.in_words()}</p>'
        f"<table><tr>{heads}</tr>{rows}{alone}</table></nav>{pairs}</main>"
    )
    return page("两稿对比", asset("page.css", HERE), body + _footer(folder.made_by), "")


def _pair_row(pair: VersionPair, at: int) -> str:
    compared = pair.comparison
    counts = (len(compared.mended), len(compared.left), len(compared.new))
    cells = "".join(f"<td>{count}</td>" for count in counts)
    first, second = map(escaped, pair.names)
    return (
        f'<tr><td><a href="#p{at}">{second}</a><br><small>一稿：{first}；{escaped(pair.basis)}</small></td>'
        f"{cells}<td>{compared.opinions_in_words()}</td></tr>"
    )


def _head(title: str, chips: str) -> str:
    return f'<div class="bar"><h1>{title}</h1>{chips}</div>'


def _footer(made_by: str) -> str:
    return (
        f"<footer>duizhao {escaped(made_by)}。"
        "这里只列出文字中看得见的证据和依据，不评价任何人；怎样改，由写材料的人自己定。</footer>"
    )


def _compared(comparison: VersionComparison, rules: Mapping[str, Rule], prefix: str = "") -> str:
    """One pair: its names and counts, its opinions, its findings by what became of them."""
    first, second = (escaped(each.source.name) for each in (comparison.first, comparison.second))
    unsaid = "" if comparison.is_layout_compared else f'<p class="about">{NOT_COMPARED}。</p>'
    opinions = comparison.opinions_in_words()
    said = f"<p>{opinions}</p>" if opinions else ""
    sections = "".join(
        _section(outcome, source, findings, rules, prefix)
        for outcome, source, findings in comparison.by_outcome()
    )
    return (
        f"<nav><p>一稿：{first}</p><p>二稿：{second}</p>"
        f'<p class="said">{comparison.in_words()}</p>{said}{unsaid}</nav>'
        f"{_opinions(comparison, prefix)}{sections}"
    )


def _opinions(comparison: VersionComparison, prefix: str) -> str:
    """What people returned with the first version. The comments of the program are findings, which stand below."""
    people, _ = parted(comparison.opinions)
    if not people:
        return ""
    entries = "".join(map(_opinion, people))
    return f'<section id="{prefix}意见"><h2>一稿退回的意见 {len(people)} 条</h2><ol>{entries}</ol></section>'


def _opinion(each: FollowedOpinion) -> str:
    is_open = each.passage.outcome is not ParagraphOutcome.CHANGED
    quote = f"<q>{escaped(each.quote)}</q>" if each.quote else ""
    changed = each.passage.outcome is ParagraphOutcome.CHANGED
    now = f'<p class="where">现在：{escaped(each.passage.now)}</p>' if changed else ""
    author = f"<b>{escaped(each.opinion.author)}</b> " if each.opinion.author else ""
    return (
        f'<li class="s-{"warning" if is_open else "hint"}"><p>{author}{escaped(each.opinion.text)} '
        f'<span class="where">{each.passage.place}</span></p>{quote}<p class="said">{each.in_words()}</p>{now}</li>'
    )


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
    prefix: str,
) -> str:
    """What became of these findings. Those that are mended are folded: nobody has to do anything about them."""
    head = outcome.value
    if not findings:
        return f'<section id="{prefix}{head}"><h2>{head} 0 处</h2></section>'
    where, is_open = ("位置按一稿", "") if outcome.is_mended else ("位置按二稿", " open")
    listed = "".join(_entry(source, each, rules) for each in groups(findings))
    return (
        f'<section id="{prefix}{head}"><details{is_open}>'
        f"<summary><h2>{head} {len(findings)} 处<small>{where}</small></h2></summary>"
        f"<ol>{listed}</ol></details></section>"
    )


def _entry(source: Source, group: FindingGroup, rules: Mapping[str, Rule]) -> str:
    """What a report lists as one finding, with all its places."""
    finding, rule = group.first, rules[group.first.code]
    title, message, quote = rule.title, finding.full_message, quote_html(source, finding.span)
    if group.is_layout:
        title, message, quote = "版式", "、".join(layout_titles(group, rules)), ""
    edits = dict.fromkeys(fix_html(source, edit) for each in group.findings for edit in each.edits)
    basis = "" if group.is_layout else rule.basis(finding)
    source_line = f'<p class="where">依据：{escaped(basis)}</p>' if basis else ""
    return (
        f'<li class="s-{group.severity.value}"><p><b class="severity">{group.severity.label}</b> '
        f'<b>{escaped(title)}</b> <span class="where">{_where(source, group)}</span></p>'
        f"{quote}<p>{escaped(message)}</p>{''.join(edits)}{source_line}</li>"
    )


def _where(source: Source, group: FindingGroup) -> str:
    """The places of a finding, and its rule."""
    if group.is_layout:
        return f"{len(group.findings)} 处"
    places = "、".join(
        dict.fromkeys(place_in_words(source, each.span.start) for each in group.findings)
    )
    count = f"，共 {len(group.findings)} 处" if len(group.findings) > 1 else ""
    return f"{places}{count}　{group.first.code}"
