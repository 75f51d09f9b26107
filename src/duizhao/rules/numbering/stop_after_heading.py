"""（一）理论学习方面。⏎"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

STOPS = "。；，、"
LONGEST_HEADING = 40


@rule(
    "DZ209",
    on=Section,
    severity=Severity.HINT,
    source="GB/T 15834—2011 附录B.4",
    strength=Strength.USUALLY,
)
def stop_after_heading(section: Section, reading: Reading) -> Iterator[Hit]:
    """单独成行的标题末尾有标点"""
    heading = section.heading
    last = heading.span.end - 1
    if reading.text[last] not in STOPS or heading.run_in or heading.level > 2:
        return
    # A line without a body is a numbered sentence, not a heading.
    if (section.paragraphs or section.sections) and _is_short(heading.title):
        yield Hit(
            Span(last, last + 1),
            f"标题单独成行，末尾一般不用“{reading.text[last]}”；标题后接着写正文时才用句号。",
        )


def _is_short(title: Span) -> bool:
    return title.end - title.start <= LONGEST_HEADING
