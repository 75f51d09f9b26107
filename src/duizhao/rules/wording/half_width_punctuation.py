from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
# 学习不系统.调研不深入: a full stop, or the mark between the names of a foreigner.
LONE_POINT = LazyPattern(r"(?<=[\u4e00-\u9fff]{4})\.(?=[\u4e00-\u9fff]{3})")
FOREIGN = LazyPattern("[尔斯特克德拉夫基格姆娜里亚利卡科罗迪洛]$")
BEHIND = r"(?<=[\u4e00-\u9fff”》）】])"


MARK = LazyPattern(
    rf"{BEHIND}(?:[,;:?!](?!//)(?=[\u4e00-\u9fff“《（\d\s]|$)|\.(?=[ 　]*(?:\r?\n|$)))"
)


# (一) and 一, at headings belong to the numbering rules; f(x) and ](… are not Chinese text.


BRACKETS = LazyPattern(
    r"(?<![A-Za-z0-9_\])])\((?!(?:[\d一二三四五六七八九十]{1,3})\))"
    r"(?=[^()\n]{0,80}?[\u4e00-\u9fff])[^()\n]{1,200}\)"
)


COUNTING = LazyPattern(r"(?:^|\n)[ 　]*[一二三四五六七八九十]{1,3}$")
LONGEST_COUNT = 8


@rule(
    "DZ603",
    anchors=(*FULL_WIDTH, "("),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 5.1",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def half_width_punctuation(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """中文里的半角标点"""
    text, start = reading.text, anchor.start
    mark = text[start]
    if mark == "(":
        found = BRACKETS.match(text, start)
        if found:
            last = Span(found.end() - 1, found.end())
            edits = (Edit(anchor, "（"), Edit(last, "）"))
            yield Hit(anchor, "中文里的括号用全角（）", edits)
    elif mark == "." and LONE_POINT.match(text, start):
        if not FOREIGN.search(text[start - 1 : start]):
            right = f"“{text[start - 1]}。{text[start + 1]}”"
            yield Hit(
                anchor,
                f"中文里的标点用全角：{right}",
                severity=Severity.HINT,
                asks="是句号，还是别的标点？",
            )
    elif MARK.match(text, start) and not COUNTING.search(
        text[max(0, start - LONGEST_COUNT) : start]
    ):
        full = FULL_WIDTH[mark]
        yield Hit(anchor, f"中文里的标点用全角“{full}”", (Edit(anchor, full),))
