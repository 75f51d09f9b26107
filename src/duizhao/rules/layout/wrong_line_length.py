from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import POINTS_A_MILLIMETRE
from duizhao.rules.layout._strays import Stray, stray_hits

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat

CHARACTERS_TOLERANCE = 0.03
"""In characters: 28 characters of 15.8 points take 442.4 points of 442.2."""


@rule(
    "DZ720",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="GB/T 9704-2012 5.2.3",
    strength=Strength.USUALLY,
)
def wrong_line_length(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """字距排不成每行规定的字数"""
    grid = formatted.layout.grid
    bodies = [each for each in formatted.in_roles("body") if _is_body_size(each)]
    strays = [
        Stray(each.span, f"每行{count}字")
        for each in bodies
        if (count := _characters(each, formatted)) and count != grid.characters
    ]
    basis = formatted.layout.bases["grid.characters"]
    for hit in stray_hits(strays, "正文", len(bodies), f"每行{grid.characters}字", basis):
        yield hit._replace(message=f"{hit.message}；{_cure(formatted, bodies[0])}")


def _cure(formatted: FormattedDocument, body: FormattedSpan) -> str:
    page = formatted.typography.page_at(body.span.start)
    if page and page.grid == "linesAndChars":
        return f"在“页面设置—文档网格”里设每行{formatted.layout.grid.characters}字"
    space = formatted.layout.advance - body.look.size
    return f"在“字体—高级”里把间距设为{'紧缩' if space < 0 else '加宽'}{abs(space):.2g}磅"


def _is_body_size(part: FormattedSpan) -> bool:
    """True if the size is right. A wrong size has a rule of its own."""
    return part.format is not None and part.format.points == part.look.size


def _characters(part: FormattedSpan, formatted: FormattedDocument) -> int | None:
    """Characters that fit in a line of the layout; None if a grid gives each character a cell."""
    page = formatted.typography.page_at(part.span.start)
    if part.format is None or (page and page.grid == "snapToChars"):
        return None
    advance = part.format.points + part.format.spacing / 20 + _added(part, page)
    line = formatted.layout.width * POINTS_A_MILLIMETRE
    return int(line / max(advance, 1) + CHARACTERS_TOLERANCE)


def _added(part: FormattedSpan, page: PageFormat | None) -> float:
    """The space that the grid adds to each character, in points."""
    if page is None or page.grid != "linesAndChars" or not part.paragraph.format.on_grid:
        return 0
    return page.char_space / 4096
