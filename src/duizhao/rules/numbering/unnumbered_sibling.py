"""A heading without a number between （一） and （二）"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document, Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text.pattern import LazyPattern

# A line that announces a list is no heading: 资金用于以下方面：, and an attachment stands behind the chapters.
ANNOUNCES = LazyPattern("(?:以下|下列|如下).*[：:]$|^\\s*附件")


@rule(
    "DZ215",
    on=Document,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def unnumbered_sibling(document: Document, reading: Reading) -> Iterator[Hit]:
    """同级标题有的编号有的不编"""
    if any(heading.marker is None for heading in document.headings):
        yield from _among(document.sections, reading)


def _among(sections: tuple[Section, ...], reading: Reading) -> Iterator[Hit]:
    numbered = [section.heading for section in sections if section.heading.marker]
    for section in sections:
        heading = section.heading
        # Items of lists under labels, 1. under 监测站, are no siblings of the labels.
        is_heading = heading.marker is None and not ANNOUNCES.search(reading.of(heading.span))
        if is_heading and any(each.level <= heading.level for each in numbered):
            yield Hit(
                heading.span,
                "同级的其他标题有序数，这个标题没有。",
                asks="是漏了序数，还是它属于下一级？",
                related=((numbered[0].span, "有序数的同级标题"),),
            )
        yield from _among(section.sections, reading)
