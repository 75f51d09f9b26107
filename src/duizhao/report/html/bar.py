"""The head of the page: findings filtered by level and by family, put in order, stepped through."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import FindingOrder, Severity, family_label
from duizhao.page import escaped
from duizhao.report.tally import Tally

TITLE = "对照检查结果"
KEYS = (
    '<div class="keys" role="toolbar" aria-label="逐条查看" data-script hidden>'
    '<button type="button" data-step="-1" aria-label="上一处" title="上一处（k 或 ←）">‹</button>'
    '<output aria-label="第几条"></output>'
    '<button type="button" data-step="1" aria-label="下一处" title="下一处（j 或 →）">›</button>'
    '<button type="button" class="list" aria-label="回到清单" title="回到清单（Esc）">清单</button></div>'
)
"""Only for pages with their script: `data-script` is what it shows."""


def filter_rules(families: Iterable[str]) -> str:
    """Style rules that hide the findings of an unticked box, without a script."""
    names = [*(f"s-{severity.value}" for severity in Severity), *(f"f-{f}" for f in families)]
    return "".join(
        f"#{name}:not(:checked)~main li.{name},#{name}:not(:checked)~main a.n.{name}{{display:none}}"
        f"#{name}:not(:checked)~main mark.{name}{{background:none;border-color:transparent}}"
        f"#{name}:not(:checked)~.bar label[for={name}]{{opacity:.45;text-decoration:line-through}}"
        f"#{name}:focus-visible~.bar label[for={name}]{{outline:2px solid var(--accent)}}"
        for name in names
    )


def boxes_html(families: Iterable[str]) -> str:
    """The boxes, which must precede everything that they filter: CSS only selects what follows."""
    names = [*(f"s-{severity.value}" for severity in Severity), *(f"f-{f}" for f in families)]
    return "".join(f'<input type="checkbox" class="box" id="{name}" checked>' for name in names)


def bar_html(tally: Tally, families: Iterable[str], order: FindingOrder) -> str:
    severities = "".join(
        f'<label for="s-{s.value}" class="s-{s.value}">{s.label} <b>{tally.content[s]}</b></label>'
        for s in Severity
    )
    kinds = "".join(
        f'<label for="f-{f}">{escaped(family_label(f))} <b>{tally.families[f]}</b></label>'
        for f in families
    )
    return (
        f'<div class="bar"><h1>{TITLE}</h1><div class="chips" role="group" aria-label="按级别筛选">'
        f'{severities}</div><details class="kinds"><summary>类别</summary><div class="chips" role="group" '
        f'aria-label="按类别筛选">{kinds}</div></details>{_sort(order)}{KEYS}</div>'
    )


def _sort(order: FindingOrder) -> str:
    """The switch of orders, for the script."""
    buttons = "".join(
        f'<button type="button" value="{each.value}" aria-pressed="{str(each is order).lower()}">'
        f"按{each.label}</button>"
        for each in FindingOrder
    )
    return (
        f'<div class="chips sort" role="group" aria-label="排列" data-script hidden>{buttons}</div>'
    )
