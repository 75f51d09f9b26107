"""The report as one web page that needs nothing but itself: no network, no second file, no script to be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from duizhao.lint import Severity
from duizhao.report.families import FAMILIES, label
from duizhao.report.html.article import article
from duizhao.report.html.rule_list import rule_list
from duizhao.report.report import Report
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally
from duizhao.text.page import asset, escaped, page

HERE = Path(__file__).parent


def render(report: Report) -> str:
    """The page, as text to be written in UTF-8."""
    tally = sum((Tally.of(c.findings, report.by_code) for c in report.checked), Tally())
    families = sorted(tally.families, key=lambda family: [*FAMILIES, family].index(family))
    style = asset("page.css", HERE) + _filters(families)
    used = [rule for rule in report.rules if tally.codes[rule.code]]
    body = (
        f"{_boxes(families)}{_head(report, tally, families)}<main>{_index(report)}"
        f"{''.join(_articles(report))}{rule_list(used)}</main><footer>{_foot(report)}</footer>"
    )
    return page(_title(report), style, body, asset("page.js", HERE))


def _title(report: Report) -> str:
    names = [escaped(Path(checked.source.name).name) for checked in report.checked[:1]]
    return " · ".join([*names, "对照检查结果"]) if len(report.checked) == 1 else "对照检查结果"


def _filters(families: Iterable[str]) -> str:
    """Rules that take away what an unticked box stands for; they need no script."""
    names = [*(f"s-{severity.value}" for severity in Severity), *(f"f-{f}" for f in families)]
    return "".join(
        f"#{name}:not(:checked)~main li.{name},#{name}:not(:checked)~main a.n.{name}{{display:none}}"
        f"#{name}:not(:checked)~main mark.{name}{{background:none;border-color:transparent}}"
        f"#{name}:not(:checked)~.bar label[for={name}]{{opacity:.45;text-decoration:line-through}}"
        f"#{name}:focus-visible~.bar label[for={name}]{{outline:2px solid var(--accent)}}"
        for name in names
    )


def _boxes(families: Iterable[str]) -> str:
    """The boxes stand before everything that they filter: only then can a style sheet follow them."""
    names = [*(f"s-{severity.value}" for severity in Severity), *(f"f-{f}" for f in families)]
    return "".join(f'<input type="checkbox" class="box" id="{name}" checked>' for name in names)


def _head(report: Report, tally: Tally, families: Iterable[str]) -> str:
    severities = "".join(
        f'<label for="s-{s.value}" class="s-{s.value}">{s.label} <b>{tally.severities[s]}</b></label>'
        for s in Severity
    )
    kinds = "".join(
        f'<label for="f-{f}">{escaped(label(f))} <b>{tally.families[f]}</b></label>'
        for f in families
    )
    return (
        f'<div class="bar"><h1>对照检查结果</h1><div class="chips" role="group" aria-label="按级别筛选">'
        f'{severities}</div><div class="chips" role="group" aria-label="按类别筛选">{kinds}</div>'
        '<p class="keys" hidden><kbd>j</kbd> 下一处　<kbd>k</kbd> 上一处　<output></output></p></div>'
    )


def _index(report: Report) -> str:
    """The files, when there are several, and those that could not be read."""
    failures = "".join(
        f"<li><b>{escaped(name)}</b> 读不了：{escaped(reason)}</li>"
        for name, reason in report.failures
    )
    unread = f'<ul class="failures">{failures}</ul>' if failures else ""
    if len(report.checked) == 1:
        return unread
    heads = "".join(f'<th class="num">{severity.label}</th>' for severity in Severity)
    rows = "".join(_row(number, report) for number in range(1, len(report.checked) + 1))
    table = f"<table><thead><tr><th>文件</th><th>题目</th>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<nav id="files" aria-label="文件">{table if rows else ""}{unread}</nav>'


def _row(number: int, report: Report) -> str:
    checked = report.checked[number - 1]
    tally = Tally.of(checked.findings, report.by_code)
    titles = "；".join(Subject.of(reading).title for reading in checked.readings)
    counts = "".join(
        f'<td class="num s-{s.value}">{tally.severities[s] or ""}</td>' for s in Severity
    )
    name = f'<a href="#d{number}">{escaped(checked.source.name)}</a>'
    return f"<tr><td>{name}</td><td>{escaped(titles)}</td>{counts}</tr>"


def _articles(report: Report) -> Iterable[str]:
    return (article(number, each, report) for number, each in enumerate(report.checked, 1))


def _foot(report: Report) -> str:
    return (
        f"duizhao {escaped(report.version)}。这里只列出文字中看得见的证据和依据，不评价任何人；"
        "怎样改，由写材料的人自己定。"
    )
