"""（一）理论学习方面。⏎"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document, NumberStyle, Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

STOPS = "。；，、"
SPOKEN = (NumberStyle.ORDINAL, NumberStyle.IS)
ITEM_STOPS = "；;"
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
    items: set[Span] | None = None
    for section in sections:
        if _ends_in_stop(section, reading):
            items = _items(sections, reading) if items is None else items
            if section.span not in items:
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
    # 第一，担当作为方面。 and 一是查摆问题。 are spoken, and may end as a sentence does.
    if heading.marker and heading.marker.style in SPOKEN:
        return False
    # A line without a body is a numbered sentence, not a heading.
    return _has_body(section) and heading.title.end - heading.title.start <= LONGEST_HEADING


def _has_body(section: Section) -> bool:
    return bool(section.paragraphs or section.sections)


def _items(sections: tuple[Section, ...], reading: Reading) -> set[Span]:
    """The places of sibling headings that are items of lists.

    In a list, all items except the last end in semicolons, or half of them have no line below: what stands below the
    last is no body of it.
    """
    lists: dict[NumberStyle, list[list[Section]]] = {}
    for section in sections:
        if marker := section.heading.marker:
            of_style = lists.setdefault(marker.style, [])
            if marker.number == 1 or not of_style:
                of_style.append([])
            of_style[-1].append(section)
    return {
        section.span
        for of_style in lists.values()
        for each in of_style
        if _is_list(each, reading)
        for section in each
    }


def _is_list(sections: list[Section], reading: Reading) -> bool:
    titles = sum(_has_body(each) and not each.heading.run_in for each in sections)
    return 2 * titles <= len(sections) or any(
        reading.text[each.span.end - 1] in ITEM_STOPS for each in sections[:-1]
    )
