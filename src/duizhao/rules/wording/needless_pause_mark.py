from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

# 《党章》，《准则》等: a list, and not 根据《甲法》，《乙规定》另有….
LISTED = LazyPattern("《[^《》\n]{1,30}》(?:[和及等，。；]|$)")


@rule(
    "DZ616",
    anchors=("”、“", "》、《", "》，《"),
    severity=Severity.HINT,
    source="GB/T 15834—2011 4.5.3.5",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def needless_pause_mark(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """引号书名号之间多用顿号"""
    pair = reading.of(anchor)
    if pair[1] == "，" and not LISTED.match(reading.text, anchor.end - 1):
        return
    mark = "顿号" if pair[1] == "、" else "逗号"
    between = Span(anchor.start + 1, anchor.end - 1)
    yield Hit(
        between,
        f"并列的{pair[2]}{pair[0]}之间一般不用{mark}，写作“{pair[0]}{pair[2]}”，后面带括号说明的才用",
        (Edit(between, ""),),
    )
