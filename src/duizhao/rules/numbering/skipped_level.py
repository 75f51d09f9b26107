"""一、 → 1."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duizhao.document import Document, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text.pattern import LazyPattern

# An attachment counts for itself.
ATTACHMENT = LazyPattern(r"\n[ \t　]*附[ 　]*(?:件|表|录)")
LADDER = (NumberStyle.CHAPTER, NumberStyle.SECTION, NumberStyle.POINT, NumberStyle.SUBPOINT)
# Where only two levels are used, many offices write them so.
TWO_LEVELS = NumberStyle.CHAPTER, NumberStyle.POINT


@rule(
    "DZ205",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.3",
    strength=Strength.PRACTICE,
)
def skipped_level(document: Document, reading: Reading) -> Iterator[Hit]:
    """层次跳级"""
    has_sections = any(
        each.marker and each.marker.style is NumberStyle.SECTION for each in document.headings
    )
    reported: set[tuple[NumberStyle, NumberStyle]] = set()
    for above, heading in pairwise(document.headings):
        if not (above.marker and heading.marker) or heading.level <= above.level + 1:
            continue
        step = above.marker.style, heading.marker.style
        if step == TWO_LEVELS and not has_sections:
            continue
        if step in reported or step[0] not in LADDER or step[1] not in LADDER:
            continue
        if ATTACHMENT.search(reading.text, above.span.end, heading.span.start):
            continue
        reported.add(step)
        between = LADDER[LADDER.index(step[0]) + 1 : LADDER.index(step[1])]
        yield Hit(
            heading.marker.span,
            f"“{step[0].value}”之下直接用“{step[1].value}”，"
            f"中间的{''.join(f'“{style.value}”' for style in between)}没有用。"
            "层次一般依次为“一、”“（一）”“1.”“（1）”。",
            related=((above.marker.span, "上一级"),),
        )
