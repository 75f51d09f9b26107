from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from duizhao.lint import Hit, Reading, Severity, Sheet, Strength, Stretch, rule
from duizhao.rules.layout.said import asked, weight
from duizhao.rules.layout.strays import Stray, gathered

if TYPE_CHECKING:
    from duizhao.text.typography import PageFormat

POINTS_A_MILLIMETRE = 72 / 25.4
NATURAL = 1.3
"""A line of Chinese without any setting, in sizes of its characters; it differs a little from font to font."""

ROUNDING = 0.02
"""Lines: 22 of 28.95 points are 636.9 of 637.8; 22 of 29 would be 638."""


@rule(
    "DZ705",
    on=Sheet,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 5.2.3",
    strength=Strength.USUALLY,
)
def wrong_line_pitch(sheet: Sheet, reading: Reading) -> Iterator[Hit]:
    """行距排不成每页规定的行数"""
    bodies = sheet.of("body")
    lines, pitch = sheet.layout.grid.lines, sheet.layout.grid.pitch
    basis = sheet.layout.bases["grid.lines"]
    loose = [Stray(each.span, found) for each in bodies if (found := _loose(each, sheet))]
    if len(loose) * 2 > len(bodies):
        of_pitch = sheet.layout.bases["grid.pitch"]
        told = Counter(stray.found for stray in loose).most_common(1)[0][0]
        message = (
            f"正文{len(bodies)}段中有{len(loose)}段的行距是{told}，没有固定值，每页排几行随字体而变，首处在此；"
            f"{asked(f'固定值{pitch:g}磅', of_pitch)}，每页{lines}行"
        )
        related = tuple((stray.span, stray.found) for stray in loose[1:20])
        yield Hit(loose[0].span, message, related=related, severity=weight(of_pitch))
    strays = [
        Stray(each.span, f"{points:.4g}磅，每页{_lines(points, sheet)}行")
        for each in bodies
        if (points := _pitch(each, sheet)) and _lines(points, sheet) != lines
    ]
    wanted = f"每页{lines}行的行距（如{pitch:g}磅）"
    yield from gathered(strays, "正文", len(bodies), wanted, basis)


def _lines(pitch: float, sheet: Sheet) -> int:
    """Lines of a pitch on a page with the margins that the layout asks for."""
    return int(sheet.layout.height * POINTS_A_MILLIMETRE / pitch + ROUNDING)


def _page(stretch: Stretch, sheet: Sheet) -> PageFormat | None:
    return sheet.typography.page_at(stretch.span.start)


def _pitch(stretch: Stretch, sheet: Sheet) -> float | None:
    """Points from line to line; None where the font decides."""
    made = stretch.paragraph.format
    if made.line_rule == "exact":
        return made.line / 20 if made.line > 0 else None
    page = _page(stretch, sheet)
    if made.line_rule == "auto" and made.on_grid and page and page.grid and page.line_pitch > 0:
        step, size = page.line_pitch / 20, stretch.format.points if stretch.format else 16
        return ceil(NATURAL * size / step) * step * made.line / 240
    return None


def _loose(stretch: Stretch, sheet: Sheet) -> str:
    """How a line pitch that is not fixed is called; "" for one that is."""
    if _pitch(stretch, sheet) is not None:
        return ""
    made = stretch.paragraph.format
    if made.line_rule == "atLeast":
        return f"最小值{made.line / 20:g}磅"
    return "单倍" if made.line == 240 else f"{made.line / 240:.3g}倍"
