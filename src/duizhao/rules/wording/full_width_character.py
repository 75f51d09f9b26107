from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

DIGITS, CAPITALS, SMALL = (0xFF10, 10), (0xFF21, 26), (0xFF41, 26)
HALF = {
    first + n: chr(first + n - 0xFEE0)
    for first, count in (DIGITS, CAPITALS, SMALL)
    for n in range(count)
} | {ord("％"): "%", ord("．"): "."}
RUN = LazyPattern(r"[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ％]|．(?=[０-９]))*")
# １． and １、 at the head of a line are numbering; ＸＸ is a blank.
COUNTING = LazyPattern(r"(?<![^\n　 ])[０-９]{1,2}[．、.)）]|[Ｘｘ]+(?![０-９Ａ-Ｚａ-ｚ])")


@rule(
    "DZ612",
    anchors=tuple(chr(each) for each in HALF if each not in map(ord, "％．")),
    severity=Severity.HINT,
    source="GB/T 15835—2011 5.1.7.1",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def full_width_character(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """全角数字或字母"""
    text, start = reading.text, anchor.start
    found = RUN.match(text, start)
    if found and not COUNTING.match(text, start):
        span = Span(*found.span())
        half = found[0].translate(HALF)
        yield Hit(span, f"数字和字母一般用半角：{half}", (Edit(span, half),))
