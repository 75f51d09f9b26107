"""The report as one web page that needs no network, no second file, and no script to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from duizhao.lint import (
    CheckedSource,
    Family,
    FindingOrder,
    Rule,
    Severity,
    family_order,
)
from duizhao.page import asset, escaped, page
from duizhao.report.html.article import NUMBER, article
from duizhao.report.html.bar import TITLE, bar_html, boxes_html, filter_rules
from duizhao.report.html.rule_list import rule_list
from duizhao.report.html.unchecked import unchecked_table
from duizhao.report.part import ReportPart, render_parts, total_tally
from duizhao.report.report import Report, RunSummary
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally
from duizhao.text.visible import encodable

HERE = Path(__file__).parent


def render(report: Report) -> str:
    """The page, as text to be written in UTF-8."""
    return assemble(render_parts(render_part, report), report.run)


class PagePart(NamedTuple):
    """The part of the page about one text. `title` is for the list of files; `NUMBER` in `article` is a placeholder."""

    name: str
    title: str
    article: str
    order: FindingOrder


def render_part(checked: CheckedSource, rules: Mapping[str, Rule]) -> PagePart:
    """One text's part of the page."""
    titles = "；".join(Subject.from_reading(reading).title for reading in checked.readings)
    return PagePart(checked.source.name, titles, encodable(article(checked, rules)), checked.order)


def assemble(parts: list[ReportPart], run: RunSummary) -> str:
    """The page put together."""
    tally = total_tally(parts)
    families = sorted(tally.families, key=family_order)
    style = asset("page.css", HERE) + filter_rules(families)
    used = [rule for rule in run.rules if tally.codes[rule.code]]
    articles = (_article(number, part.content, len(parts)) for number, part in enumerate(parts, 1))
    body = (
        f"{boxes_html(families)}{bar_html(tally, families, _order(parts))}<main>{_index(parts, run)}"
        f"{''.join(articles)}{rule_list(used)}</main><footer>{_foot(run)}</footer>"
    )
    return page(_title(parts), style, body, asset("page.js", HERE))


def _article(number: int, part: PagePart, of: int) -> str:
    """A text with the ways to the list of files and to its neighbours, if there are others."""
    written = part.article.replace(NUMBER, str(number))
    if of == 1:
        return written
    before = f'<a href="#d{number - 1}">上一份</a>' if number > 1 else ""
    after = f'<a href="#d{number + 1}">下一份</a>' if number < of else ""
    ways = f'<p class="ways"><a href="#files">回目录</a>{before}{after}</p>'
    return written.replace("<header>", f"<header>{ways}", 1)


def _title(parts: list[ReportPart]) -> str:
    if len(parts) != 1:
        return TITLE
    return f"{escaped(Path(parts[0].content.name).name)} · {TITLE}"


def _order(parts: Sequence[ReportPart]) -> FindingOrder:
    """The order of a run, which all parts share."""
    order: FindingOrder = parts[0].content.order if parts else FindingOrder.URGENCY
    return order


def _index(parts: list[ReportPart], run: RunSummary) -> str:
    """The list of files, if there are several, and of files that were not checked."""
    unread = unchecked_table(run, len(parts))
    if len(parts) == 1:
        return unread
    words = total_tally(parts).unlisted_in_words()
    unlisted = f'<p class="tally">{words}</p>' if words else ""
    labels = (*(severity.label for severity in Severity), Family.LAYOUT.label)
    heads = "".join(f'<th class="num">{label}</th>' for label in labels)
    rows = "".join(_row(number, part.content, part.tally) for number, part in enumerate(parts, 1))
    table = f"<table><thead><tr><th>文件</th><th>标题</th>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<nav id="files" aria-label="目录">{table if rows else ""}{unlisted}{unread}</nav>'


def _row(number: int, part: PagePart, tally: Tally) -> str:
    counts = "".join(f'<td class="num s-{s.value}">{tally.content[s] or ""}</td>' for s in Severity)
    counts += f'<td class="num">{tally.layout.total() or ""}</td>'
    name = f'<a href="#d{number}">{escaped(part.name)}</a>'
    return f"<tr><td>{name}</td><td>{escaped(part.title)}</td>{counts}</tr>"


def _foot(run: RunSummary) -> str:
    return (
        '<p class="help" data-script hidden>键盘：<kbd>j</kbd> <kbd>k</kbd> 或左右键逐条看，回车在问题和原文之间来回，'
        "<kbd>n</kbd> <kbd>p</kbd> 换一份，<kbd>Esc</kbd> 放下。</p>"
        f"duizhao {escaped(run.version)}。这里只列出文字中看得见的证据和依据，不评价任何人；"
        "怎样改，由写材料的人自己定。"
    )
