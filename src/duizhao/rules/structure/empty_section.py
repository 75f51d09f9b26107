"""A heading with nothing beneath"""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.document import NumberStyle, Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule

SENTENCE_ENDS = "。；！"
# A line that stops in mid-sentence is told of by DZ623; one whose content is left out says so.
OTHER_ENDS = ("，", "、", "略）", "略)")


@rule("DZ120", on=Section, severity=Severity.WARNING, source="文字常识", strength=Strength.EVIDENT)
def empty_section(section: Section, reading: Reading) -> Iterable[Hit]:
    """标题下没有内容"""
    heading = section.heading
    if section.paragraphs or section.sections or heading.run_in or heading.level > 2:
        return ()
    # A line numbered 2.1 is content as one numbered 1. is.
    if heading.marker and heading.marker.style is NumberStyle.DECIMAL:
        return ()
    # A numbered line that ends like a sentence is content, not a heading.
    if reading.text[heading.span.end - 1] in SENTENCE_ENDS:
        return ()
    if reading.of(heading.title) and reading.of(heading.span).endswith(OTHER_ENDS):
        return ()
    hit = Hit(
        heading.span,
        "标题下面没有内容，紧接着就是下一个标题或全文结束。",
        asks="是正文漏了，还是标题多余？",
    )
    return (hit,)
