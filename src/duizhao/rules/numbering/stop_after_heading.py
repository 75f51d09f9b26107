"""（一）理论学习方面。⏎"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document, NumberStyle, Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

STOPS = "。；，、"
LONGEST_HEADING = 40


@rule(
    "DZ209",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 15834—2011 附录B.4",
    strength=Strength.USUALLY,
)
def stop_after_heading(document: Document, reading: Reading) -> Iterator[Hit]:
    """单独成行的标题末尾有标点"""
    yield from _among(document.sections, reading)


def _among(sections: tuple[Section, ...], reading: Reading) -> Iterator[Hit]:
    lists: dict[NumberStyle, bool] | None = None
    for section in sections:
        if _ends_in_stop(section, reading):
            lists = _lists(sections) if lists is None else lists
            marker = section.heading.marker
            if marker is None or not lists[marker.style]:
                last = section.heading.span.end - 1
                yield Hit(
                    Span(last, last + 1),
                    f"标题单独成行，末尾一般不用“{reading.text[last]}”；标题后接着写正文时才用句号。",
                )
        if section.sections:
            yield from _among(section.sections, reading)


def _ends_in_stop(section: Section, reading: Reading) -> bool:
    heading = section.heading
    if reading.text[heading.span.end - 1] not in STOPS or heading.run_in or heading.level > 2:
        return False
    # A line without a body is a numbered sentence, not a heading.
    return _has_body(section) and heading.title.end - heading.title.start <= LONGEST_HEADING


def _has_body(section: Section) -> bool:
    return bool(section.paragraphs or section.sections)


def _lists(sections: tuple[Section, ...]) -> dict[NumberStyle, bool]:
    """The styles of sibling headings, each true if half of them have no body: then they are items of lists.

    What stands below the last item of a list is no body of it.
    """
    bare: dict[NumberStyle, list[bool]] = {}
    for section in sections:
        if marker := section.heading.marker:
            is_bare = not (_has_body(section) or section.heading.run_in)
            bare.setdefault(marker.style, []).append(is_bare)
    return {style: 2 * sum(each) >= len(each) for style, each in bare.items()}
