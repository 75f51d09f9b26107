"""Screening for a terminal: which documents share which passages, where, how much, and which words differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.page.terminal import Looks, Paint, painter
from duizhao.reuse.groups import SLIGHT_SHARE
from duizhao.reuse.model import Group, Passage
from duizhao.reuse.view.excerpt import excerpt
from duizhao.reuse.view.shown import Facing, ShownCheck, ShownJoin, ShownResult, Side, side_of
from duizhao.reuse.view.words import (
    beginning,
    count_covered,
    count_visible,
    counted_relations,
    differing_line,
    found_of_check,
    label_line,
    left_out_lines,
    percent,
    place,
    relation_name,
    scope_of,
    share_range,
)
from duizhao.text import Source
from duizhao.text.visible import encodable, on_one_line
from duizhao.text.wrap import wrap

INDENT = "  "
GUTTER = "       │ "
MAX_PASSAGES = 12
MAX_PASSAGES_OF_PAIR = 4
"""Passages shown of the checked text with another, and of each pair of a join; the other outputs have all of them."""

MIN_DETAILED_MATCHES = 3
MAX_SLIGHT_MATCHES = 10
"""Matches that are shown with their passages even if they are slight, and other slight ones that are named."""

MAX_LISTED_PAIRS = 50
MAX_DETAILED_PAIRS = 10
"""Pairs that are listed, and of those the ones shown with their passages."""

MAX_MEMBERS_NAMED = 12
MAX_GROUP_STRETCHES = 3
"""Members of a group that are named, and stretches that are shown of what they share."""

NONE_FOUND = "没有找到相同段落"
LOOKS: Looks = {
    "name": {"bold": True},
    "share": {"fg": "cyan", "bold": True},
    "differs": {"fg": "yellow", "bold": True},
    "aside": {"dim": True},
}


def render(
    shown: ShownResult, *, colour: bool = False, width: int = 100, is_brief: bool = False
) -> str:
    """The whole output, `width` columns wide; where it is brief, what many documents share without their passages."""
    paint = painter(LOOKS, colour)
    lines = (
        _check(shown, paint, width)
        if isinstance(shown, ShownCheck)
        else _join(shown, paint, width, is_brief)
    )
    return encodable("\n".join(lines) + "\n")


def _check(shown: ShownCheck, paint: Paint, width: int) -> Iterator[str]:
    facings = list(shown.facings())
    yield f"{paint(on_one_line(shown.name), 'name')}：{found_of_check(facings)}"
    yield from _left_out(shown.side, paint, width)
    if facings:
        yield (
            INDENT + f"计入的共 {shown.counted} 字，百分比以此为整体；不同之处先写本材料、后写对方"
        )
    detailed = max(sum(not each.is_slight for each in facings), MIN_DETAILED_MATCHES)
    for number, facing in enumerate(facings[:detailed], 1):
        yield ""
        yield from _match(number, shown, facing, paint, width)
    if facings[detailed:]:
        yield ""
        yield f"另有 {len(facings) - detailed} 份只有少量相同，各不到 {SLIGHT_SHARE:.0%}："
        for facing in facings[detailed:][:MAX_SLIGHT_MATCHES]:
            yield (
                INDENT
                + f"{percent(facing.left_share)}  {_who(facing.right, paint)}  {_relation(facing)}"
            )
    if len(facings) - detailed > MAX_SLIGHT_MATCHES:
        yield INDENT + f"还有 {len(facings) - detailed - MAX_SLIGHT_MATCHES} 份，见网页或表格"
    if shown.screened.not_compared:
        yield ""
        yield f"另有 {shown.screened.not_compared} 份材料也有少量相同文字，比上面的少，没有逐字比对"


def _match(
    number: int, shown: ShownCheck, facing: Facing, paint: Paint, width: int
) -> Iterator[str]:
    yield f"{number}. {_who(facing.right, paint)}  {_relation(facing)}"
    share = paint(f"{facing.characters} 字，占本材料的 {percent(facing.left_share)}", "share")
    yield f"   共有文字 {share}；相同段落 {len(facing.passages)} 处"
    yield from _passages(facing, paint, width)
    yield from _recurring(shown, facing, paint, width)


def _left_out(side: Side, paint: Paint, width: int) -> Iterator[str]:
    if not side.left_out:
        return
    total = count_covered((each.span for each in side.left_out), side.text)
    yield INDENT + f"不计入的文字 {total} 字："
    for line in left_out_lines(side.left_out, side.text):
        yield from (
            paint(INDENT * 2 + part, "aside") for part in wrap(on_one_line(line), width - 6)
        )


def _who(side: Side, paint: Paint) -> str:
    label = label_line(side.label)
    return paint(on_one_line(side.name), "name") + (f"（{on_one_line(label)}）" if label else "")


def _relation(facing: Facing) -> str:
    return relation_name(facing.relation, facing.left.label, facing.right.label)


def _passages(facing: Facing, paint: Paint, width: int, most: int = MAX_PASSAGES) -> Iterator[str]:
    here, there = (Source(side.text) for side in (facing.left, facing.right))
    longest = sorted(facing.passages, key=lambda each: each.left.start - each.left.end)
    for passage in sorted(longest[:most], key=lambda each: each.left):
        where = f"{place(facing.left.name, here, passage.left)} ↔ {place(facing.right.name, there, passage.right)}"
        differs = differing_line((passage,), here.text, there.text)
        summary = f"{where}  {count_visible(passage.left.of(here.text))} 字，{on_one_line(differs)}"
        yield from (INDENT * 2 + line for line in wrap(summary, width - 6))
        yield from _excerpt(passage, here.text, there.text, paint, width)
    if len(longest) > most:
        yield INDENT * 2 + f"还有 {len(longest) - most} 处较短的，见网页或表格"


def _excerpt(passage: Passage, left: str, right: str, paint: Paint, width: int) -> Iterator[str]:
    for line in excerpt(passage, left, right, width - len(GUTTER) - 2):
        parts = (paint(part, "differs") if is_marked else part for part, is_marked in line)
        yield paint(GUTTER, "aside") + "".join(parts)


def _recurring(shown: ShownCheck, facing: Facing, paint: Paint, width: int) -> Iterator[str]:
    problems = shown.recurring.get(facing.right.id, ())
    if not problems:
        return
    here, there = Source(shown.text), Source(facing.right.text)
    yield INDENT * 2 + f"那一份里查摆的问题，有 {len(problems)} 个逐字再次出现："
    for each in problems:
        where = f"{place(shown.name, here, each.span)} ↔ {place(facing.right.name, there, each.earlier)}"
        summary = f"{where}  {each.place}：{beginning(each.span.of(shown.text), 24)}"
        for line in wrap(on_one_line(summary), width - 8):
            yield INDENT * 3 + line


def _join(shown: ShownJoin, paint: Paint, width: int, is_brief: bool) -> Iterator[str]:
    facings = list(shown.facings())
    if facings:
        yield from _found(shown, facings, paint, width, is_brief)
    else:
        yield f"{scope_of(shown)}：{NONE_FOUND}"
    if shown.unread:
        yield ""
        yield f"没有比的 {len(shown.unread)} 份："
        for each in shown.unread:
            yield from (
                INDENT + line
                for line in wrap(on_one_line(f"{each.name}：{each.reason}"), width - 4)
            )


def _found(
    shown: ShownJoin, facings: Sequence[Facing], paint: Paint, width: int, is_brief: bool
) -> Iterator[str]:
    many = [each for each in facings if not each.is_slight]
    shown_pairs = many or facings[:MAX_SLIGHT_MATCHES]
    yield f"{scope_of(shown)}：{_counted(many, len(facings) - len(many))}"
    yield INDENT + "百分比是占这份材料里计入的字，先写前一份、后写后一份；相同最多的在前"
    for number, each in enumerate(shown_pairs[:MAX_LISTED_PAIRS], 1):
        yield from _listed(number, each, paint, width)
    if len(shown_pairs) > MAX_LISTED_PAIRS:
        yield INDENT + f"还有 {len(shown_pairs) - MAX_LISTED_PAIRS} 对，见网页或表格"
    yield from _groups(shown, paint, width, is_brief)
    if is_brief:
        yield ""
        yield "逐处对照，请写成网页：加 -o 相同段落.html"
        return
    for number, each in enumerate(shown_pairs[:MAX_DETAILED_PAIRS], 1):
        yield ""
        yield paint(f"第 {number} 对", "name")
        yield from _pair(each, paint, width)


def _groups(shown: ShownJoin, paint: Paint, width: int, is_brief: bool) -> Iterator[str]:
    groups = list(enumerate(shown.joined.groups, 1))
    large = [each for each in groups if each[1].share >= SLIGHT_SHARE]
    for number, group in large:
        yield ""
        yield from _group(number, group, shown, paint, width)
        if not is_brief:
            yield from _common(group, shown, paint, width)
    if len(groups) > len(large):
        yield ""
        yield f"另有 {len(groups) - len(large)} 组只有少量相同，见网页或表格"


def _counted(many: Sequence[Facing], slight: int) -> str:
    parts = [f"{len(many)} 对有相同段落（{counted_relations(many)}）"] if many else []
    if slight:
        parts.append(f"{'另有 ' if many else ''}{slight} 对只有少量相同，各不到 {SLIGHT_SHARE:.0%}")
    return "；".join(parts)


def _listed(number: int, each: Facing, paint: Paint, width: int) -> Iterator[str]:
    shares = percent(each.left_share)
    if each.right_share is not None:
        shares = f"{shares}、{percent(each.right_share)}"
    names = f"{on_one_line(each.left.name)} ↔ {on_one_line(each.right.name)}"
    yield f"{number:>3}. {paint(shares, 'share')}  {each.characters} 字  {_relation(each)}{_in_group(each)}"
    yield from (INDENT * 2 + " " + line for line in wrap(names, width - 6))


def _in_group(each: Facing) -> str:
    return f"  第 {each.group} 组" if each.group else ""


def _group(number: int, group: Group, shown: ShownJoin, paint: Paint, width: int) -> Iterator[str]:
    hub = side_of(group.hub, shown.filed)
    yield (
        paint(f"第 {number} 组", "name")
        + f"  {len(group.members)} 份材料，以 {_who(hub, paint)} 作底稿来比，其余各有它的 {share_range(group)}"
    )
    names = "、".join(on_one_line(each.name) for each in group.members[1:][:MAX_MEMBERS_NAMED])
    more = len(group.pairs) - MAX_MEMBERS_NAMED
    yield from (
        INDENT + line
        for line in wrap(f"{names}{f'等 {len(group.pairs)} 份' if more > 0 else ''}", width - 4)
    )


def _common(group: Group, shown: ShownJoin, paint: Paint, width: int) -> Iterator[str]:
    """What at least three members of a group share."""
    hub = side_of(group.hub, shown.filed)
    source = Source(hub.text)
    yield (
        INDENT
        + f"至少三份共有的文字 {count_covered(group.shared, hub.text)} 字，{len(group.shared)} 处："
    )
    longest = sorted(group.shared, key=lambda span: span.start - span.end)
    for span in sorted(longest[:MAX_GROUP_STRETCHES]):
        yield INDENT * 2 + f"{place(hub.name, source, span)}  {count_visible(span.of(hub.text))} 字"
        yield from _excerpt(Passage(span, span), hub.text, hub.text, paint, width)
    if len(longest) > MAX_GROUP_STRETCHES:
        yield INDENT * 2 + f"还有 {len(longest) - MAX_GROUP_STRETCHES} 处较短的，见网页或表格"


def _pair(facing: Facing, paint: Paint, width: int) -> Iterator[str]:
    yield f"{_who(facing.left, paint)} ↔ {_who(facing.right, paint)}  {_relation(facing)}"
    yield INDENT + _shared(facing, paint)
    yield from _passages(facing, paint, width, MAX_PASSAGES_OF_PAIR)


def _shared(facing: Facing, paint: Paint) -> str:
    of_right = "" if facing.right_share is None else f"、占后者的 {percent(facing.right_share)}"
    share = f"{facing.characters} 字，占前者的 {percent(facing.left_share)}{of_right}"
    return f"共有文字 {paint(share, 'share')}；相同段落 {len(facing.passages)} 处"
