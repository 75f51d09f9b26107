"""The rows of the sheets of pairs, groups, passages, and recurring problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.office.workbook import Column, Value
from duizhao.reuse.view.excerpt import with_both_wordings
from duizhao.reuse.view.shown import Facing, ShownCheck, ShownJoin, Side
from duizhao.reuse.view.words import (
    count_covered,
    count_visible,
    differing_line,
    differing_words,
    place,
    relation_name,
)
from duizhao.text import Source

LONGEST_CELL = 400
"""Characters of a passage in its cell; the page has all of them."""

PAIRS = (
    Column("序号", 6), Column("材料", 18), Column("人员", 9), Column("单位", 15), Column("年度", 7),
    Column("对方材料", 18), Column("对方人员", 9), Column("对方单位", 15), Column("对方年度", 7),
    Column("关系", 10), Column("占前者", 8), Column("占后者", 8), Column("共有文字", 9),
    Column("相同段落", 9), Column("不同处数", 9), Column("不同之处（前者→后者）", 40), Column("组", 5),
)  # fmt: skip
GROUPS = (
    Column("组", 5), Column("份数", 6), Column("在组里", 8), Column("材料", 20), Column("人员", 10),
    Column("单位", 16), Column("年度", 7), Column("与底稿共有文字", 11), Column("占底稿", 8),
    Column("占本份", 8), Column("至少三份共有", 11), Column("不同之处（底稿→本份）／共有的文字", 50),
)  # fmt: skip
PASSAGES = (
    Column("序号", 6), Column("材料", 18), Column("位置", 10), Column("对方材料", 18), Column("对方位置", 10),
    Column("字数", 7), Column("不同处数", 9), Column("不同之处（前者→后者）", 34),
    Column("文字（两侧不同的写作 ⟦前者｜后者⟧）", 70),
)  # fmt: skip
RECURRING = (
    Column("对方材料", 20), Column("问题", 36), Column("位置", 10), Column("对方位置", 10), Column("文字", 70),
)  # fmt: skip


def pair_rows(facings: Iterable[Facing]) -> Iterator[list[Value]]:
    """A row a pair, by falling share. Its number also stands on the rows of its passages, and on the page."""
    for number, each in enumerate(facings, 1):
        left, right = each.left, each.right
        yield [
            number, *_label_cells(left), *_label_cells(right),
            relation_name(each.relation, left.label, right.label), float(each.left_share),
            "" if each.right_share is None else float(each.right_share), each.characters,
            len(each.passages), differing_words(each.passages, left.text, right.text)[0],
            differing_line(each.passages, left.text, right.text), each.group or "",
        ]  # fmt: skip


def _label_cells(side: Side) -> tuple[str, str, str, str]:
    label = side.label
    return side.name, label.person, label.unit, label.year


def passage_rows(facings: Iterable[Facing]) -> Iterator[list[Value]]:
    """A row for each passage that two texts share."""
    for number, facing in enumerate(facings, 1):
        left, right = Source(facing.left.text), Source(facing.right.text)
        for each in facing.passages:
            words = with_both_wordings(each, left.text, right.text)
            yield [
                number, facing.left.name, place(facing.left.name, left, each.left),
                facing.right.name, place(facing.right.name, right, each.right), count_visible(each.left.of(left.text)),
                differing_words((each,), left.text, right.text)[0],
                differing_line((each,), left.text, right.text),
                _cut(words),
            ]  # fmt: skip


def group_rows(shown: ShownJoin) -> Iterator[list[Value]]:
    """The hub of each group, with what at least three members share; then the other members."""
    for number, group in enumerate(shown.joined.groups, 1):
        text = shown.filed.text(group.hub.id)
        shared = "\n".join(span.of(text) for span in group.shared)
        size, hub = len(group.members), group.hub
        yield [
            number, size, "底稿", hub.name, hub.label.person, hub.label.unit, hub.label.year,
            "", "", "", count_covered(group.shared, text), _cut(shared),
        ]  # fmt: skip
        for pair in group.pairs:
            label, other = pair.right.label, shown.filed.text(pair.right.id)
            yield [
                number, size, "", pair.right.name, label.person, label.unit, label.year,
                pair.characters, float(pair.left_share), float(pair.right_share), "",
                differing_line(pair.passages, text, other),
            ]  # fmt: skip


def recurring_rows(shown: ShownCheck) -> Iterator[list[Value]]:
    here = Source(shown.text)
    for match in shown.screened.matches:
        for each in shown.recurring.get(match.entry.id, ()):
            there = Source(shown.filed.text(match.entry.id))
            text = each.span.of(shown.text)
            yield [
                match.entry.name, each.place, place(shown.name, here, each.span),
                place(match.entry.name, there, each.earlier), _cut(text),
            ]  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + "……"
