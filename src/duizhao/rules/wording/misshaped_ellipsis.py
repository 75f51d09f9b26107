from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

RUN = LazyPattern(r"\.{3,6}(?!\.)|。{3,}|…{1,5}(?!…|[ 　]*\d{1,3}\s)|·{3,6}(?!·)")
# Twelve dots replace whole paragraphs, or lead to the page number in a table of contents.
WHOLE = "…………"
# 2024年…月…日: what is still to be filled in, as DZ301 says.
BLANK_DATE = LazyPattern("[年月日](?![复常后子益均渐])")


CHINESE = LazyPattern(r"[\u4e00-\u9fff，。；、！？”’）》]")


@rule(
    "DZ610",
    anchors=("...", "。。。", "…", "……", "………", "···"),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 5.1",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def misshaped_ellipsis(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """省略号写法不对"""
    text, start = reading.text, anchor.start
    inside = text[start - 1 : start] == text[start]
    found = None if inside else RUN.match(text, start)
    if found is None or found[0] in ("……", WHOLE) or BLANK_DATE.match(text, found.end()):
        return
    if CHINESE.match(text[start - 1 : start]) or CHINESE.match(text, found.end()):
        span = Span(*found.span())
        yield Hit(span, "中文省略号占两个字，写作“……”", (Edit(span, "……"),))
