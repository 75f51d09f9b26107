"""The sentences of a page of screening, and how many pairs it has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from duizhao.page import escaped
from duizhao.reuse.view.shown import Facing, ShownCheck, ShownResult
from duizhao.reuse.view.words import counted_relations, found_of_check, scope_of

MAX_LISTED_PAIRS = 1000
"""Pairs in the table at the head: a join may find more than a page can list."""

MAX_FACING_PAIRS = 200
MAX_SLIGHT_FACING_PAIRS = 20
MAX_FACING_CHARACTERS = 3_000_000
"""Pairs, those that share little among them, and characters of the texts side by side."""

OTHER_PAIRS = "要看其余的，用 duizhao screen 两份材料 -o 相同段落.html。"


def listed_pairs(shown: ShownResult) -> list[Facing]:
    """The pairs of the table at the head."""
    return list(islice(shown.facings(), MAX_LISTED_PAIRS))


def fitting(facings: Iterable[Facing]) -> Iterator[Facing]:
    """The pairs whose texts fit on the page; the first one always does."""
    room, slight = MAX_FACING_CHARACTERS, 0
    for at, each in enumerate(facings):
        room -= len(each.left.text) + len(each.right.text)
        slight += each.is_slight
        if at and (room < 0 or at >= MAX_FACING_PAIRS or slight > MAX_SLIGHT_FACING_PAIRS):
            return
        yield each


def summary_html(shown: ShownResult, facings: Sequence[Facing]) -> str:
    if isinstance(shown, ShownCheck):
        counted = f"<p>计入的共 {shown.counted} 字，百分比以此为整体。</p>" if facings else ""
        return f'<p class="said">{found_of_check(facings)}</p>{counted}'
    if not facings:
        return f'<p class="said">{scope_of(shown)}：没有找到相同段落</p>'
    many = [each for each in facings if not each.is_slight]
    counted = f"（{counted_relations(many)}）" if many else ""
    return (
        f'<p class="said">{escaped(scope_of(shown))}：{len(many)} 对有相同段落{counted}</p>'
        "<p>百分比是占这份材料里计入的字；相同最多的在前。</p>"
    )


def unshown(
    shown: ShownResult, listed: int, open_: int, others: str = OTHER_PAIRS
) -> Iterator[str]:
    """One line for each thing that the page leaves out; `others` names the way to see the other pairs."""
    unit = "份" if isinstance(shown, ShownCheck) else "对"
    if isinstance(shown, ShownCheck):
        found, rest = len(shown.screened.matches), shown.screened.not_compared
        if rest:
            yield f"另有 {rest} 份材料也有少量相同文字，比上面的少，没有逐字比对。"
    else:
        found = sum(1 for _ in shown.pairs())
    if found > listed:
        yield f"共 {found} {unit}，上面只列出前 {listed} {unit}；全部见表格或 JSON。"
    if listed > open_:
        yield f"为了打开得快，只把前 {open_} {unit}的全文并排；{others}"


def foot_html(shown: ShownResult) -> str:
    return (
        f"duizhao {escaped(shown.version)}。这里只列出哪些文字相同、在哪里、哪些没有计入；相同的原因有多种，"
        "不作任何评价。"
    )
