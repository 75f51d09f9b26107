"""The grid as a picture: a line for each group, a column for each period, a bar of how many rows stand how.

It has classes and presentation attributes alone; colour, weight and the order of the parts mean the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from duizhao.ledger.board.grid import BoardGrid, counted_words
from duizhao.page import attribute
from duizhao.process import Urgency
from duizhao.text.wrap import fitting

LABEL_WIDTH, COLUMN_WIDTH, BAR_WIDTH, LINE_HEIGHT, BAR_HEIGHT = 170, 96, 84, 36, 22
LEGEND_WIDTH = 116
NARROWEST = 1_120
"""Of a picture: one of few months is as wide as a page, and not drawn larger than its letters."""
TOP = 66
NARROWEST_PART = 16
"""Of a bar: a number of two digits fits in."""
LABEL_COLUMNS = 22
MAX_GROUPS = 40
WEIGHT = {
    Urgency.LATE: (0.45, 2),
    Urgency.NEAR: (0.3, 1),
    Urgency.APPROACHING: (0.18, 1),
    Urgency.ON_TIME: (0.08, 1),
    Urgency.UNDATED: (0.0, 1),
    Urgency.CLOSED: (0.0, 1),
    Urgency.HANDED_OVER: (0.0, 1),
}
"""How opaque a part is filled, and how wide its edge: distinguished without colours too."""


def board_picture(grid: BoardGrid, address: Callable[[str, str], str], head: str) -> str:
    """The picture, as SVG."""
    groups = grid.groups[:MAX_GROUPS]
    width = max(
        NARROWEST,
        LABEL_WIDTH + COLUMN_WIDTH * len(grid.periods),
        LABEL_WIDTH + LEGEND_WIDTH * len(grid.standings),
    )
    height = TOP + LINE_HEIGHT * len(groups) + 4
    title = f"各{head}各月的整改：逾期、临近、按期、已销号各几行；同样的数见下面的表"
    return (
        f'<svg class="chain-picture" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="group" aria-labelledby="board-title"><title id="board-title">{title}</title>'
        f"{''.join(_legend(grid.standings))}{''.join(_heads(grid))}{''.join(_lines(grid, groups, address))}</svg>"
    )


def _legend(standings: Sequence[Urgency]) -> Iterator[str]:
    for at, each in enumerate(standings):
        left = LABEL_WIDTH + at * LEGEND_WIDTH
        yield f'<g class="{look_of(each)}">{_part(each, left, 4, NARROWEST_PART, 14)}</g>'
        yield f'<text x="{left + NARROWEST_PART + 6}" y="16">{each.value}</text>'


def _heads(grid: BoardGrid) -> Iterator[str]:
    for at, period in enumerate(grid.periods):
        left = LABEL_WIDTH + at * COLUMN_WIDTH
        yield f'<text class="name" x="{left}" y="50">{period.words}</text>'


def _lines(
    grid: BoardGrid, groups: Sequence[str], address: Callable[[str, str], str]
) -> Iterator[str]:
    for line, group in enumerate(groups):
        top = TOP + line * LINE_HEIGHT
        yield f'<path d="M0 {top - 7}H{LABEL_WIDTH + COLUMN_WIDTH * len(grid.periods)}" stroke-opacity=".4"/>'
        yield (
            f'<text x="0" y="{top + 16}"><title>{attribute(group)}</title>'
            f"{attribute(_short(group))}</text>"
        )
        for at, period in enumerate(grid.periods):
            counts = grid.at(group, period.key)
            if counts:
                words = f"{group}，{period.words}：{counted_words(counts)}"
                bar = "".join(
                    _bar(counts, grid.largest, LABEL_WIDTH + at * COLUMN_WIDTH, float(top))
                )
                link = attribute(address(group, period.key))
                yield f'<a href="{link}"><title>{attribute(words)}</title>{bar}</a>'


def _bar(
    counts: Sequence[tuple[Urgency, int]], largest: int, left: float, top: float
) -> Iterator[str]:
    room = BAR_WIDTH - NARROWEST_PART * len(counts)
    for each, count in counts:
        width = NARROWEST_PART + max(room, 0) * count / largest
        yield (
            f'<g class="{look_of(each)}">{_part(each, left, top, width, BAR_HEIGHT)}</g>'
            f'<text x="{left + width / 2:.1f}" y="{top + 16:.0f}" text-anchor="middle">{count}</text>'
        )
        left += width + 1


def _part(each: Urgency, left: float, top: float, width: float, height: int) -> str:
    opacity, edge = WEIGHT[each]
    dashed = ' stroke-dasharray="2 2"' if each is Urgency.UNDATED else ""
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height}" fill="currentColor" '
        f'fill-opacity="{opacity}" stroke="currentColor" stroke-width="{edge}"{dashed}/>'
    )


def _short(name: str) -> str:
    if len(name) == fitting(name, LABEL_COLUMNS):
        return name
    return f"{name[: fitting(name, LABEL_COLUMNS - 2)]}…"


def look_of(urgency: Urgency) -> str:
    """The class by which the style sheet colours how a deadline stands."""
    return f"u-{urgency.name.lower()}"
