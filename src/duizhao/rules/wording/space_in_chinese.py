from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

GAP = LazyPattern(r"(?<=[\u4e00-\u9fff])[ 　]{1,8}(?=[\u4e00-\u9fff，。；：、？！”）》])")


CONTEXT = 40


@rule(
    "DZ609",
    anchors=(" ", "　"),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def space_in_chinese(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """汉字之间有空格"""
    text = reading.text
    found = GAP.match(text, anchor.start)
    if found and _in_sentence(text, found.start(), found.end()):
        span = Span(*found.span())
        yield Hit(span, "句子中间有空格，会把词语断开，也妨碍查找；请删去", (Edit(span, ""),))


def _in_sentence(text: str, start: int, end: int) -> bool:
    """True if the gap is in running text, not in a title, a signature, a form or a list of names."""
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    if " " in before[-2:] or " " in after[1:2]:
        return False
    # In lists, names of two characters are spaced to the width of three: 张 三、李四四.
    spaced_name = before[-2:-1] in "、：，" and after[1:2] in ("", "、", "，", "。", "；")
    return not spaced_name and any(mark in before or mark in after for mark in "，。；")
