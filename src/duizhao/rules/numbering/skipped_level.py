"""一、 → 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from duizhao.document import Document, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import written_solid
from duizhao.text.pattern import LazyPattern

# An attachment counts for itself.
ATTACHMENT = LazyPattern(r"\n[ \t　]*附[ 　]*(?:件|表|录)")
LADDER = (NumberStyle.CHAPTER, NumberStyle.SECTION, NumberStyle.POINT, NumberStyle.SUBPOINT)
# Where only two levels are used, many offices write them so.
TWO_LEVELS = NumberStyle.CHAPTER, NumberStyle.POINT
INNER = NumberStyle.SECTION, NumberStyle.POINT


@rule(
    "DZ205",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.3",
    strength=Strength.PRACTICE,
)
def skipped_level(document: Document, reading: Reading) -> Iterator[Hit]:
    """层次跳级"""
    styles = [each.marker.style if each.marker else None for each in document.headings]
    has_sections = NumberStyle.SECTION in styles
    has_points_in_sections = INNER in pairwise(styles)
    reported: set[tuple[NumberStyle, NumberStyle]] = set()
    for at, (above, heading) in enumerate(pairwise(document.headings), 1):
        if not (above.marker and heading.marker) or heading.level <= above.level + 1:
            continue
        step = above.marker.style, heading.marker.style
        if step == TWO_LEVELS and not has_sections:
            continue
        if step == TWO_LEVELS and has_points_in_sections and not _has_sections(styles, at):
            continue
        if step in reported or step[0] not in LADDER or step[1] not in LADDER:
            continue
        if ATTACHMENT.search(reading.text, above.span.end, heading.span.start):
            continue
        reported.add(step)
        between = LADDER[LADDER.index(step[0]) + 1 : LADDER.index(step[1])]
        yield Hit(
            heading.marker.span,
            f"“{written_solid(above.marker, reading)}”之下直接用“{written_solid(heading.marker, reading)}”，"
            f"中间的{''.join(f'“{style.value}”' for style in between)}没有用。"
            "层次一般依次为“一、”“（一）”“1.”“（1）”。",
            related=((above.marker.span, "上一级"),),
        )


def _has_sections(styles: Sequence[NumberStyle | None], at: int) -> bool:
    """Whether a section stands in the rest of a chapter: points that close it would be on two levels."""
    rest = map(styles.__getitem__, range(at, len(styles)))
    ends = (NumberStyle.SECTION, NumberStyle.CHAPTER)
    return next((each for each in rest if each in ends), None) is NumberStyle.SECTION
