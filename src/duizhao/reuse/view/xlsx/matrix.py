"""The matrix of a team: how much of each member's statement every other member has, in percent and characters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from duizhao.office.workbook import (
    CELL,
    CENTRED,
    FONT,
    HEAD_COLOUR,
    CellFormat,
    CellFormats,
    put,
    set_pages,
)
from duizhao.reuse.model import DocumentKind, Entry, Pair
from duizhao.reuse.view.shown import ShownJoin

MAX_MEMBERS = 40
"""Statements in the matrix of one team, those that share most."""

MAX_COMPARED_PAIRS = 5000
"""Pairs of one group that are compared for matrices: a join compares them with the group's hub alone."""

NO_UNIT = "未标单位"
CORNER = "行：本人　列：对方"
WIDTHS = (16, 8)
LIGHT, DEEP = "#FFFFFF", "#F0A868"

Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Team:
    """The statements of one unit that share passages, and their pairs by the ids of both."""

    unit: str
    members: tuple[Entry, ...]
    pairs: Mapping[Ids, Pair]
    left_out: int = 0

    def characters(self, one: Entry, two: Entry) -> int:
        pair = self.pairs.get((one.id, two.id)) or self.pairs.get((two.id, one.id))
        return pair.characters if pair else 0

    def share(self, one: Entry, two: Entry) -> float:
        """The share of `one` that the other has."""
        pair = self.pairs.get((one.id, two.id))
        if pair:
            return pair.left_share
        pair = self.pairs.get((two.id, one.id))
        return pair.right_share if pair else 0.0


def teams(shown: ShownJoin) -> tuple[tuple[Team, ...], tuple[str, ...]]:
    """The teams, the largest first; and the units with too many pairs to compare."""
    known = {(pair.left.id, pair.right.id): pair for _, pair in shown.pairs()}
    groups_of = _groups_of(shown)
    drawn: list[Team] = []
    beyond: list[str] = []
    left = MAX_COMPARED_PAIRS
    for unit, members in _by_unit(known).items():
        kept = members[:MAX_MEMBERS]
        wanted = list(_unknown(kept, known, groups_of))
        if len(wanted) > left:
            beyond.append(unit)
            continue
        left -= len(wanted)
        found = ((ids, shown.filed.compare(*ids)) for ids in wanted)
        pairs = known | {ids: pair for ids, pair in found if pair}
        drawn.append(
            Team(unit, tuple(sorted(kept, key=_by_person)), pairs, len(members) - len(kept))
        )
    return tuple(drawn), tuple(beyond)


def _by_person(entry: Entry) -> tuple[str, str, str]:
    return entry.label.person, entry.label.year, entry.name


def _groups_of(shown: ShownJoin) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(shown.joined.groups):
        for member in group.members:
            found[member.id].add(number)
    return found


def _by_unit(known: Mapping[Ids, Pair]) -> dict[str, list[Entry]]:
    """The statements of each unit, those that share most first; a unit with one statement has no matrix."""
    shared: Counter[Entry] = Counter()
    for pair in known.values():
        for entry in (pair.left, pair.right):
            if entry.label.kind == DocumentKind.STATEMENT:
                shared[entry] += pair.characters
    units: dict[str, list[Entry]] = {}
    for entry, _ in shared.most_common():
        units.setdefault(entry.label.unit or NO_UNIT, []).append(entry)
    several = {unit: members for unit, members in units.items() if len(members) > 1}
    return dict(sorted(several.items(), key=lambda each: -len(each[1])))


def _unknown(
    members: Sequence[Entry], known: Mapping[Ids, Pair], groups_of: Mapping[str, set[int]]
) -> Iterator[Ids]:
    """The pairs of one group that the join has not compared. Members of no common group share nothing."""
    for one, two in combinations(members, 2):
        ids = (one.id, two.id)
        if not (ids in known or ids[::-1] in known) and groups_of[one.id] & groups_of[two.id]:
            yield ids


@dataclass(frozen=True, slots=True)
class _MatrixFormats:
    """The formats that only a matrix has: names of its rows, titles, and the diagonal, which stays empty."""

    shared: CellFormats
    name: CellFormat
    title: CellFormat
    diagonal: CellFormat


def _matrix_formats(book: Any, formats: CellFormats) -> _MatrixFormats:
    return _MatrixFormats(
        formats,
        name=CellFormat.from_properties(book, **CELL, bg_color=HEAD_COLOUR),
        title=CellFormat.from_properties(book, **FONT | {"font_size": 12, "bold": True}),
        diagonal=CellFormat.from_properties(book, **CENTRED, bg_color="#F2F0EA"),
    )


def write_matrix(sheet: Any, book: Any, shown: ShownJoin, formats: CellFormats) -> None:
    """All teams under each other, percent first, with a note on what is left out."""
    drawn, beyond = teams(shown)
    own = _matrix_formats(book, formats)
    sheet.set_column(0, 0, WIDTHS[0])
    sheet.set_column(1, MAX_MEMBERS, WIDTHS[1])
    row = 0
    pages = []
    for team in drawn:
        pages += [row] if row else []
        row = _block(sheet, row, f"{team.unit}：占本行材料的百分比", team, True, own)
        row = _block(sheet, row, f"{team.unit}：共有文字（字）", team, False, own)
        if team.left_out:
            sheet.write_string(
                row - 1,
                0,
                f"只列共有文字最多的 {MAX_MEMBERS} 份，另有 {team.left_out} 份未列",
                formats.note.plain,
            )
            row += 1
    for unit in beyond:
        sheet.write_string(
            row, 0, f"{unit}：要逐对比对的太多，没有列出矩阵；见“成对”“成组”", formats.note.plain
        )
        row += 1
    if not row:
        sheet.write_string(0, 0, "没有同一单位的两份材料有相同段落", formats.note.plain)
    sheet.set_h_pagebreaks(pages)
    sheet.freeze_panes(0, 1)
    set_pages(sheet)


def _block(
    sheet: Any, row: int, title: str, team: Team, is_share: bool, own: _MatrixFormats
) -> int:
    """Write one square with its title, and return the row after the next."""
    formats = own.shared
    put(sheet, row, 0, title, formats, own.title)
    put(sheet, row + 1, 0, CORNER, formats, formats.head)
    names = _names(team.members)
    sheet.set_row(row + 1, 46)
    for at, one in enumerate(team.members, 1):
        put(sheet, row + 1, at, names[one.id], formats, formats.head)
        put(sheet, row + 1 + at, 0, names[one.id], formats, own.name)
        for other, two in enumerate(team.members, 1):
            value = team.share(one, two) if is_share else team.characters(one, two)
            if one is two:
                sheet.write_blank(row + 1 + at, other, None, own.diagonal.plain)
            else:
                put(sheet, row + 1 + at, other, value, formats)
    last = row + 1 + len(team.members)
    scale = {
        "type": "2_color_scale",
        "min_color": LIGHT,
        "max_color": DEEP,
        "min_type": "num",
        "min_value": 0,
    }
    scale |= {"max_type": "num", "max_value": 1} if is_share else {"max_type": "max"}
    sheet.conditional_format(row + 2, 1, last, len(team.members), scale)
    return last + 2


def _names(members: Sequence[Entry]) -> dict[str, str]:
    """The head of each row: the person, with the year, or else the file's name, where that is ambiguous."""
    short = {each.id: each.label.person or each.name for each in members}
    dated = {each.id: f"{short[each.id]} {each.label.year}".strip() for each in members}
    counts, dates = Counter(short.values()), Counter(dated.values())
    return {
        each.id: short[each.id]
        if counts[short[each.id]] == 1
        else dated[each.id]
        if dates[dated[each.id]] == 1
        else f"{dated[each.id]} {each.name}"
        for each in members
    }
