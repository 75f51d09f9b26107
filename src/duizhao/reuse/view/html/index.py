"""The table at the head of the page: the documents that a text shares passages with, or all groups and pairs."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.page import escaped
from duizhao.reuse.groups import SLIGHT_SHARE
from duizhao.reuse.model import Group
from duizhao.reuse.view.shown import Facing, FiledTexts, ShownCheck, ShownJoin, ShownResult, Side
from duizhao.reuse.view.words import (
    beginning,
    count_covered,
    count_visible,
    differing_line,
    label_line,
    percent,
    place,
    relation_name,
    share_range,
)
from duizhao.text import Source

CLASSES = {
    "": "no",
    "材料": "name left",
    "与": "name right",
    "关系": "relation",
    "占前者": "num share",
    "占后者": "num other",
    "占本材料": "num share",
    "共有文字": "num size",
    "不同之处": "differs",
    "组": "group",
}
OF_CHECK = ("", "材料", "关系", "占本材料", "共有文字", "不同之处")
MAX_LISTED_STRETCHES = 20


def index_html(shown: ShownResult, facings: Sequence[Facing], open_: int, texts: str = "#d") -> str:
    """One row a pair, those that share little folded; the first `open_` rows link to their texts. Then the groups.

    `texts` is the address of two texts side by side, without their number.
    """
    many = sum(not each.is_slight for each in facings)
    heads = _heads(shown)
    rows = [
        _row(heads, number, each, f"{texts}{number}" if number <= open_ else "")
        for number, each in enumerate(facings, 1)
    ]
    slight = rows[many:]
    groups = slight_groups = ""
    if not isinstance(shown, ShownCheck):
        groups, slight_groups = _groups(shown, are_slight=False), _groups(shown, are_slight=True)
    folded = (
        f"<details{'' if many else ' open'}><summary>{'另有 ' if many else ''}{len(slight)} "
        f"{_unit(shown)}只有少量相同，各不到 {SLIGHT_SHARE:.0%}</summary>{_table(heads, slight)}"
        f"{slight_groups}</details>"
        if slight
        else ""
    )
    return f"{_table(heads, rows[:many]) if many else ''}{groups}{folded}"


def _unit(shown: ShownResult) -> str:
    return "份" if isinstance(shown, ShownCheck) else "对"


def _heads(shown: ShownResult) -> Sequence[str]:
    if isinstance(shown, ShownCheck):
        return OF_CHECK
    is_grouped = bool(shown.joined.groups)
    return [each for each in CLASSES if each != "占本材料" and (is_grouped or each != "组")]


def _table(heads: Sequence[str], rows: Sequence[str]) -> str:
    head = "".join(f'<th class="{CLASSES[each]}">{each}</th>' for each in heads)
    return (
        f'<div class="wide"><table class="pairs"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _groups(shown: ShownJoin, *, are_slight: bool) -> str:
    found = "".join(
        _group(number, group, shown.filed)
        for number, group in enumerate(shown.joined.groups, 1)
        if (group.share < SLIGHT_SHARE) == are_slight
    )
    return f'<div class="groups"><h2>成组的材料</h2>{found}</div>' if found else ""


def _group(number: int, group: Group, filed: FiledTexts) -> str:
    """A group: its hub, its members, and what at least three of them share."""
    text = filed.text(group.hub.id)
    source = Source(text)
    stretches = "".join(
        f"<li>{place(group.hub.name, source, span)}　{count_visible(span.of(text))} 字 "
        f"<q>{escaped(beginning(span.of(text)))}</q></li>"
        for span in group.shared[:MAX_LISTED_STRETCHES]
    )
    more = len(group.shared) - MAX_LISTED_STRETCHES
    names = "、".join(escaped(each.name) for each in group.members[1:])
    return (
        f"<details><summary>第 {number} 组：{len(group.members)} 份材料，以 {escaped(group.hub.name)} 作底稿来比，"
        f"其余各有它的 {share_range(group)}；至少三份共有的文字 {count_covered(group.shared, text)} 字，"
        f"{len(group.shared)} 处</summary><p>其余：{names}</p>"
        f"<ul>{stretches}</ul>{f'<p>还有 {more} 处</p>' if more > 0 else ''}</details>"
    )


def _row(heads: Sequence[str], number: int, each: Facing, texts: str) -> str:
    to = f'<a href="{texts}">{number}</a>' if texts else str(number)
    left, right = (_named(side, texts) for side in (each.left, each.right))
    of_right = "" if each.right_share is None else percent(each.right_share)
    cells = {
        "": to,
        "材料": left if "与" in heads else right,
        "与": right,
        "关系": relation_name(each.relation, each.left.label, each.right.label),
        "占前者": percent(each.left_share),
        "占本材料": percent(each.left_share),
        "占后者": of_right,
        "共有文字": f"{each.characters} 字",
        "不同之处": escaped(differing_line(each.passages, each.left.text, each.right.text)),
        "组": f"第 {each.group} 组" if each.group else "",
    }
    row = "".join(f'<td class="{CLASSES[head]}">{cells[head]}</td>' for head in heads)
    return f"<tr>{row}</tr>"


def _named(side: Side, to: str) -> str:
    label = label_line(side.label)
    name = f'<a href="{to}">{escaped(side.name)}</a>' if to else escaped(side.name)
    return name + (f"<small>{escaped(label)}</small>" if label else "")
