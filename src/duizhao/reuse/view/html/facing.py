"""Two texts side by side: how much they share, the list of passages, and each text in its own pane."""

from __future__ import annotations

from dataclasses import replace

from duizhao.page import escaped
from duizhao.reuse.recurrence import RecurringPoint
from duizhao.reuse.view.html.pane import changes, colour, pane
from duizhao.reuse.view.shown import Facing, ShownCheck, ShownResult, Side, with_left_out
from duizhao.reuse.view.words import (
    beginning,
    count_visible,
    differing_line,
    label_line,
    percent,
    relation_name,
)


def facing_html(
    number: int, facing: Facing, shown: ShownResult, *, is_open: bool, listed_as: int = 0
) -> str:
    """One pair of the page; `number` counts from 1, and so does `listed_as` where its list is on another page."""
    left, right = (with_left_out(each, shown.filed) for each in (facing.left, facing.right))
    facing = replace(facing, left=left, right=right)
    recurring = shown.recurring.get(right.id, ()) if isinstance(shown, ShownCheck) else ()
    differs = differing_line(facing.passages, left.text, right.text)
    order = "（先写左侧，后写右侧）" if any(each.differences for each in facing.passages) else ""
    changed = changes(facing)
    counts = f'data-passages="{len(facing.passages)}" data-changes="{len(changed)}"'
    return (
        f'<details class="facing" id="d{number}" {counts}{" open" if is_open else ""}>'
        f"<summary>{_summary(listed_as or number, facing, shown)}</summary>"
        f'<p class="differs">{escaped(differs)}{order}</p>{_recurring(number, left.text, recurring)}'
        f'<p class="chips">{_chips(number, facing)}</p><div class="sides">'
        f"{_side(f'd{number}-l', left)}{pane(f'd{number}-l', facing, changed, recurring, on_left=True)}</section>"
        f"{_side(f'd{number}-r', right)}{pane(f'd{number}-r', facing, changed, recurring, on_left=False)}</section>"
        "</div></details>"
    )


def _summary(number: int, facing: Facing, shown: ShownResult) -> str:
    relation = relation_name(facing.relation, facing.left.label, facing.right.label)
    of_right = "" if facing.right_share is None else f"、占右侧的 {percent(facing.right_share)}"
    sides = (facing.right,) if isinstance(shown, ShownCheck) else (facing.left, facing.right)
    names = " ↔ ".join(escaped(each.name) for each in sides)
    return (
        f'<b class="no">{number}</b><b class="what">{names}</b>'
        f'<span class="relation">{relation}</span><span class="share">共有文字 {facing.characters} 字，'
        f"占左侧的 {percent(facing.left_share)}{of_right}；相同段落 {len(facing.passages)} 处</span>"
    )


def _chips(number: int, facing: Facing) -> str:
    return "".join(
        f'<a class="chip {colour(at)}" href="#d{number}-l{at}" data-p="{at}">{at}'
        f"<small>{count_visible(each.left.of(facing.left.text))} 字</small></a>"
        for at, each in enumerate(facing.passages, 1)
    )


def _recurring(number: int, text: str, recurring: tuple[RecurringPoint, ...]) -> str:
    if not recurring:
        return ""
    items = "".join(
        f'<li><a href="#d{number}-lb{at}">{escaped(each.place)}</a> '
        f"<q>{escaped(beginning(each.span.of(text)))}</q></li>"
        for at, each in enumerate(recurring, 1)
    )
    return f'<div class="back"><p>右侧查摆的问题，有 {len(recurring)} 个在左侧逐字再次出现：</p><ul>{items}</ul></div>'


def _side(id: str, side: Side) -> str:
    label = label_line(side.label)
    about = f"<small>{escaped(label)}</small>" if label else ""
    return f'<section class="side" id="{id}"><h3>{escaped(side.name)}{about}</h3>'
