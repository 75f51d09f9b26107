"""Problems that many units share, by theme: counted, and as a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from duizhao.page import attribute

LABEL_WIDTH, BAR_WIDTH, COUNT_WIDTH, LINE_HEIGHT, BAR_HEIGHT = 300, 320, 180, 34, 20
TOP = 8
LABEL_CHARACTERS = 19
MAX_THEMES = 30
UNNAMED = "没有写方面"
"""The theme of a problem without one: last, whatever the number of its units."""


@dataclass(frozen=True, slots=True)
class SharedTheme:
    """A theme with how many units have problems of it, and how many problems that are."""

    theme: str
    units: int
    problems: int


def shared_themes(units: Iterable[Mapping[str, int]]) -> list[SharedTheme]:
    """The themes of some units, each with its problems by theme: what most units share first."""
    having: Counter[str] = Counter()
    problems: Counter[str] = Counter()
    for each in units:
        having.update(theme for theme, count in each.items() if count)
        problems.update(each)
    found = [SharedTheme(theme, having[theme], problems[theme]) for theme in having]
    return sorted(
        found, key=lambda each: (each.theme == UNNAMED, -each.units, -each.problems, each.theme)
    )


def theme_picture(themes: Sequence[SharedTheme], units: int) -> str:
    """A bar for each theme, as long as the part of the units that have it, as SVG."""
    shown = themes[:MAX_THEMES]
    width, height = LABEL_WIDTH + BAR_WIDTH + COUNT_WIDTH, TOP + LINE_HEIGHT * len(shown)
    title = f"{units} 个单位共同的问题：每个方面有几个单位、几个问题；同样的数见下面的表"
    return (
        f'<svg class="chain-picture" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="themes-title"><title id="themes-title">{title}</title>'
        f"{''.join(_lines(shown, units))}</svg>"
    )


def _lines(themes: Sequence[SharedTheme], units: int) -> Iterator[str]:
    for at, each in enumerate(themes):
        top = TOP + at * LINE_HEIGHT
        room = BAR_WIDTH * each.units / max(units, 1)
        yield (
            f'<text x="0" y="{top + 15}"><title>{attribute(each.theme)}</title>'
            f"{attribute(_short(each.theme))}</text>"
            f'<rect x="{LABEL_WIDTH}" y="{top}" width="{BAR_WIDTH}" height="{BAR_HEIGHT}" '
            f'fill="none" stroke="currentColor" stroke-opacity=".3"/>'
            f'<rect x="{LABEL_WIDTH}" y="{top}" width="{room:.1f}" height="{BAR_HEIGHT}" '
            f'fill="currentColor" fill-opacity=".35" stroke="currentColor"/>'
            f'<text x="{LABEL_WIDTH + BAR_WIDTH + 10}" y="{top + 15}">'
            f"{each.units} 个单位，{each.problems} 个问题</text>"
        )


def _short(theme: str) -> str:
    return theme if len(theme) <= LABEL_CHARACTERS else f"{theme[: LABEL_CHARACTERS - 1]}…"
