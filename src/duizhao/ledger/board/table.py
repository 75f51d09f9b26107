"""The grid as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from duizhao.ledger.board.grid import BoardGrid
from duizhao.ledger.board.picture import look_of
from duizhao.page import attribute, escaped
from duizhao.process import Urgency


def board_table(grid: BoardGrid, address: Callable[[str, str], str], head: str) -> str:
    """The same counts in words."""
    heads = "".join(f'<th scope="col">{each.words}</th>' for each in grid.periods)
    remark = f"<p>有 {grid.shared} 行由几个{head}负责，各算一次。</p>" if grid.shared else ""
    return (
        f'<table class="cards board-table"><thead><tr><th scope="col">{head}</th><th scope="col">合计</th>{heads}</tr>'
        f"</thead><tbody>{''.join(_lines(grid, address, head))}</tbody></table>{remark}"
    )


def _lines(grid: BoardGrid, address: Callable[[str, str], str], head: str) -> Iterator[str]:
    for group in grid.groups:
        cells = [
            f'<th scope="row" data-label="{head}">{escaped(group)}</th>',
            _cell("合计", grid.of_group(group), address(group, "")),
        ]
        cells += [
            _cell(each.words, grid.at(group, each.key), address(group, each.key))
            for each in grid.periods
        ]
        yield f"<tr>{''.join(cells)}</tr>"


def _cell(label: str, counts: Sequence[tuple[Urgency, int]], link: str) -> str:
    if not counts:
        return "<td></td>"
    words = "，".join(
        f'<span class="{look_of(each)}">{each.value} {count}</span>' for each, count in counts
    )
    return f'<td data-label="{label}"><a href="{attribute(link)}">{words}</a></td>'
