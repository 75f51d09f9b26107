"""The table at the head of the page: the documents that a text shares passages with, or all groups and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.page import escaped
from duizhao.reuse.model import Group
from duizhao.reuse.view.shown import Facing, FiledTexts, ShownCheck, ShownResult, Side
from duizhao.reuse.view.words import (
    beginning,
    count_covered,
    count_visible,
    differing_line,
    label_line,
    line_and_column,
    percent,
    relation_name,
)
from duizhao.text import Source

HEADS = ("", "材料", "与", "关系", "共有文字", "占前者", "占后者", "段落", "不同之处")
CLASSES = {
    **dict.fromkeys(("共有文字", "占前者", "占后者", "占本材料", "段落"), "num"),
    **dict.fromkeys(("材料", "与"), "name"),
    "关系": "relation",
    "不同之处": "differs",
}
MAX_LISTED_STRETCHES = 20


def index_html(shown: ShownResult, facings: Sequence[Facing], open_: int) -> str:
    """One row a pair; the first `open_` rows link to their texts."""
    if not facings:
        return ""
    heads = _heads(shown)
    head = "".join(f"<th{_kind(each)}>{each}</th>" for each in heads)
    rows = "".join(_rows(shown, facings, open_))
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _heads(shown: ShownResult) -> tuple[str, ...]:
    if isinstance(shown, ShownCheck):
        return ("", "材料", "关系", "共有文字", "占本材料", "段落", "不同之处")
    return HEADS


def _kind(head: str) -> str:
    return f' class="{CLASSES[head]}"' if head in CLASSES else ""


def _rows(shown: ShownResult, facings: Sequence[Facing], open_: int) -> Iterator[str]:
    group = 0
    for number, each in enumerate(facings, 1):
        if not isinstance(shown, ShownCheck) and each.group != group:
            group = each.group
            yield _heading_row(
                _grouped(group, shown.joined.groups[group - 1], shown.filed)
                if group
                else "不在组里的"
            )
        yield _row(_heads(shown), number, each, number <= open_)


def _heading_row(content: str) -> str:
    return f'<tr class="over"><th colspan="{len(HEADS)}" scope="rowgroup">{content}</th></tr>'


def _grouped(number: int, group: Group, filed: FiledTexts) -> str:
    """The heading of a group: its hub, and what at least three members share."""
    text = filed.text(group.hub.id)
    source = Source(text)
    stretches = "".join(
        f"<li>{line_and_column(source, span)}　{count_visible(span.of(text))} 字 "
        f"<q>{escaped(beginning(span.of(text)))}</q></li>"
        for span in group.shared[:MAX_LISTED_STRETCHES]
    )
    more = len(group.shared) - MAX_LISTED_STRETCHES
    return (
        f"第 {number} 组：{len(group.members)} 份材料，都与 {escaped(group.hub.name)} 有相同段落"
        f"<details><summary>至少三份共有的文字 {count_covered(group.shared, text)} 字，{len(group.shared)} 处</summary>"
        f"<ul>{stretches}</ul>{f'<p>还有 {more} 处</p>' if more > 0 else ''}</details>"
    )


def _row(heads: Sequence[str], number: int, each: Facing, is_open: bool) -> str:
    to = f'<a href="#d{number}">{number}</a>' if is_open else str(number)
    left, right = (
        _named(side, f"#d{number}" if is_open else "") for side in (each.left, each.right)
    )
    of_right = "" if each.right_share is None else percent(each.right_share)
    cells = {
        "": to,
        "材料": left if "与" in heads else right,
        "与": right,
        "关系": relation_name(each.relation, each.left.label, each.right.label),
        "共有文字": f"{each.characters} 字",
        "占前者": percent(each.left_share),
        "占本材料": percent(each.left_share),
        "占后者": of_right,
        "段落": f"{len(each.passages)} 处",
        "不同之处": escaped(differing_line(each.passages, each.left.text, each.right.text)),
    }
    return f"<tr>{''.join(f'<td{_kind(head)}>{cells[head]}</td>' for head in heads)}</tr>"


def _named(side: Side, to: str) -> str:
    label = label_line(side.label)
    name = f'<a href="{to}">{escaped(side.name)}</a>' if to else escaped(side.name)
    return name + (f"<small>{escaped(label)}</small>" if label else "")
