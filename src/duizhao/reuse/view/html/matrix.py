"""The matrix of a team as a picture and as a table: how much of each member's statement every other one has.

Members stand in the order of their names: the picture ranks nobody. The style sheet of the page colours it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations

from duizhao.page import attribute, escaped
from duizhao.reuse.model import Entry
from duizhao.reuse.view.shown import ShownJoin
from duizhao.reuse.view.teams import Team, member_names, teams
from duizhao.reuse.view.words import percent
from duizhao.text.wrap import fitting

CELL, ROW_HEIGHT, HEAD_HEIGHT = 62, 30, 34
NAME_WIDTH, NAME_COLUMNS, HEAD_COLUMNS = 150, 20, 8
DEEPEST = 0.85
"""The opacity of a cell whose whole statement is shared."""

Addresses = Mapping[frozenset[str], str]
"""Where the two texts of a pair stand side by side, by the ids of both."""


def matrix_html(shown: ShownJoin, addresses: Addresses) -> str:
    """The teams, each with its picture and table; empty where no two statements of a unit share anything."""
    drawn, beyond = teams(shown)
    parts = [_team(number, team, addresses) for number, team in enumerate(drawn, 1)]
    parts += [f"<p>{escaped(unit)}：要逐对比对的太多，没有画出。</p>" for unit in beyond]
    return "".join(parts)


def _team(number: int, team: Team, addresses: Addresses) -> str:
    left = (
        f"<p>只画共有文字最多的 {len(team.members)} 份，另有 {team.left_out} 份没有画。</p>"
        if team.left_out
        else ""
    )
    names = member_names(team.members)
    return (
        f"<h3>{escaped(team.unit)}</h3><p>每一格是占本行材料的百分比，按姓名排列；上面列出的对，点一格就看两份并排。</p>"
        f'<div class="wide">{_picture(number, team, names, addresses)}</div>{left}'
        f"<details><summary>用表格看</summary>{_table(team, names)}</details>"
    )


def _picture(number: int, team: Team, names: Mapping[str, str], addresses: Addresses) -> str:
    count = len(team.members)
    width, height = NAME_WIDTH + CELL * count, HEAD_HEIGHT + ROW_HEIGHT * count
    parts = [*_heads(team, names), *_cells(team, names, addresses)]
    return (
        f'<svg class="team-matrix" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="group" '
        f'aria-labelledby="team-{number}"><title id="team-{number}">{attribute(team.unit)}：'
        f"每一格是占本行材料的百分比；同样的内容见下面的表</title>{''.join(parts)}</svg>"
    )


def _heads(team: Team, names: Mapping[str, str]) -> Iterator[str]:
    for at, each in enumerate(team.members):
        name = names[each.id]
        x, y = NAME_WIDTH + CELL * (at + 0.5), HEAD_HEIGHT + ROW_HEIGHT * (at + 0.5) + 5
        yield f'<text x="{x:.0f}" y="22" text-anchor="middle">{_cut(name, HEAD_COLUMNS)}</text>'
        yield f'<text x="{NAME_WIDTH - 8}" y="{y:.0f}" text-anchor="end">{_cut(name, NAME_COLUMNS)}</text>'
        place = f'x="{NAME_WIDTH + CELL * at}" y="{HEAD_HEIGHT + ROW_HEIGHT * at}"'
        yield f'<rect class="own" {place} width="{CELL - 2}" height="{ROW_HEIGHT - 2}"/>'


def _cells(team: Team, names: Mapping[str, str], addresses: Addresses) -> Iterator[str]:
    for (row, one), (column, two) in permutations(enumerate(team.members), 2):
        share = team.share(one, two)
        x, y = NAME_WIDTH + CELL * column, HEAD_HEIGHT + ROW_HEIGHT * row
        place = f'x="{x}" y="{y}" width="{CELL - 2}" height="{ROW_HEIGHT - 2}"'
        words = f"{names[one.id]}的材料，与{names[two.id]}的相同 {percent(share)}"
        cell = f'<rect {place}/><rect class="share" {place} fill-opacity="{share * DEEPEST:.2f}"/>'
        if share:
            middle = f'x="{x + CELL / 2 - 1:.0f}" y="{y + ROW_HEIGHT / 2 + 4:.0f}"'
            cell += f'<text {middle} text-anchor="middle">{percent(share)}</text>'
        address = addresses.get(frozenset((one.id, two.id)))
        tip = f"<title>{attribute(words)}</title>"
        yield f'<a href="{address}">{tip}{cell}</a>' if address and share else f"<g>{tip}{cell}</g>"


def _cut(name: str, room: int) -> str:
    if fitting(name, room) == len(name):
        return attribute(name)
    return f"<title>{attribute(name)}</title>{attribute(name[: fitting(name, room - 2)])}…"


def _table(team: Team, names: Mapping[str, str]) -> str:
    heads = "".join(f'<th scope="col">{escaped(names[each.id])}</th>' for each in team.members)
    rows = "".join(
        f'<tr><th scope="row">{escaped(names[one.id])}</th>'
        + "".join(f'<td class="num">{_share(team, one, two)}</td>' for two in team.members)
        + "</tr>"
        for one in team.members
    )
    return (
        f'<div class="wide"><table class="team"><thead><tr><td></td>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _share(team: Team, one: Entry, two: Entry) -> str:
    return "" if one is two or not team.share(one, two) else percent(team.share(one, two))
