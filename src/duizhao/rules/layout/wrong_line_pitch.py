from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import POINTS_A_MILLIMETRE, max_severity, requirement
from duizhao.rules.layout._strays import SHOWN_PLACES, Stray, first_here, share, stray_hits

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat

NATURAL_LINE = 1.3
"""The natural height of a line of Chinese, in character sizes; it depends a little on the font."""

SINGLE, SINGLE_LINE = "单倍行距", 240
DEFAULT_GRID = 312
"""The pitch of the grid of a new Chinese document, in twips."""

LINES_TOLERANCE = 0.02
"""In lines: 22 lines of 28.95 points take 636.9 of 637.8 points; 22 of 29 points would take 638."""


@rule(
    "DZ705",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 5.2.3",
    strength=Strength.USUALLY,
)
def wrong_line_pitch(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """行距排不成每页规定的行数"""
    bodies = formatted.in_roles("body")
    lines, pitch = formatted.layout.grid.lines, formatted.layout.grid.pitch
    basis = formatted.layout.bases["grid.lines"]
    loose = [Stray(each.span, found) for each in bodies if (found := _loose(each, formatted))]
    if len(loose) * 2 > len(bodies):
        of_pitch = formatted.layout.bases["grid.pitch"]
        fault = Counter(stray.found for stray in loose).most_common(1)[0][0]
        message = (
            f"正文{share(len(loose), len(bodies), '段')}是{fault}，"
            f"不是固定值，每页排几行随字体而变{first_here(len(loose))}；"
            f"{requirement(f'固定值{pitch:g}磅', of_pitch)}，每页{lines}行"
        )
        related = tuple((stray.span, stray.found) for stray in loose[1:SHOWN_PLACES])
        severity = Severity.HINT if fault == SINGLE else max_severity(of_pitch)
        yield Hit(loose[0].span, message, related=related, severity=severity)
    strays = [
        Stray(each.span, f"{points:.4g}磅（每页{_lines(points, formatted)}行）")
        for each in bodies
        if (points := _pitch(each, formatted)) and _lines(points, formatted) != lines
    ]
    wanted = f"{pitch:g}磅、每页{lines}行"
    by_program = all(_is_default(each, formatted) for each in bodies)
    yield from stray_hits(strays, "正文行距", len(bodies), wanted, basis, by_program=by_program)


def _lines(pitch: float, formatted: FormattedDocument) -> int:
    """The number of lines of this pitch on a page with the layout's margins."""
    return int(formatted.layout.height * POINTS_A_MILLIMETRE / pitch + LINES_TOLERANCE)


def _page(part: FormattedSpan, formatted: FormattedDocument) -> PageFormat | None:
    return formatted.typography.page_at(part.span.start)


def _pitch(part: FormattedSpan, formatted: FormattedDocument) -> float | None:
    """The line pitch in points; None if it depends on the font."""
    actual = part.paragraph.format
    if actual.line_rule == "exact":
        return actual.line / 20 if actual.line > 0 else None
    page = _page(part, formatted)
    if actual.line_rule == "auto" and actual.on_grid and page and page.grid and page.line_pitch > 0:
        step, size = page.line_pitch / 20, part.format.points if part.format else 16
        return ceil(NATURAL_LINE * size / step) * step * actual.line / 240
    return None


def _is_default(part: FormattedSpan, formatted: FormattedDocument) -> bool:
    """True for single lines on the grid of a new document."""
    actual, page = part.paragraph.format, _page(part, formatted)
    return (
        actual.line_rule == "auto"
        and actual.line == SINGLE_LINE
        and page is not None
        and page.line_pitch == DEFAULT_GRID
    )


def _loose(part: FormattedSpan, formatted: FormattedDocument) -> str:
    """The name of a line pitch that is not fixed; "" for a fixed one."""
    if _pitch(part, formatted) is not None:
        return ""
    actual = part.paragraph.format
    if actual.line_rule == "atLeast":
        return f"行距最小值{actual.line / 20:g}磅"
    return SINGLE if actual.line == SINGLE_LINE else f"{actual.line / 240:.3g}倍行距"
