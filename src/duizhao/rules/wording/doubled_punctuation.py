from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

STOPS = "，。、；："
INSIDE = frozenset(STOPS)
STRONGEST = "。；：，、"
RUN = LazyPattern(rf"[{STOPS}]{{2,}}")


@rule(
    "DZ604",
    anchors=(*(a + b for a in STOPS for b in STOPS), "。”。", "！”。", "？”。"),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def doubled_punctuation(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """标点重叠"""
    text, start = reading.text, anchor.start
    if text[start - 1 : start] in INSIDE:
        return
    found = RUN.match(text, start)
    if found is None:
        yield Hit(anchor, "引号里外都有句末标点，只留一个：引用整句的放在引号里，其余的放在引号外")
    elif "。。。" not in found[0]:
        span = Span(*found.span())
        same = len(set(found[0])) == 1
        kept = next(mark for mark in STRONGEST if mark in found[0])
        shown = f"，如“{text[start - 1]}{kept}”" if start and not same else ""
        edits = (Edit(Span(span.start + 1, span.end), ""),) if same else ()
        yield Hit(
            span,
            f"“{found[0]}”标点连用{shown}",
            edits,
            asks="这句话到这里完了没有？",
            advice="请只留一个",
        )
