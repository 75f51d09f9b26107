"""1，200元 → 1200元"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

DIGIT = "{0,1,2,3,4,5,6,7,8,9}"
PHRASES = Phrases({f"{DIGIT}，{DIGIT}": r"\d\d(?:，\d{3})*(?=(?:\.\d+)?[元人户亩件吨名次米斤])"})
# The figures before the first mark, which begin no list: 12，340元, not 3、12，340.
FIRST_FIGURES = LazyPattern(r"(?<![\d，、.第])\d{0,2}$")
FARTHEST = 4


@rule(
    "DZ657",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="GB/T 15835—2011 5.1",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def split_number(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """一个数被逗号断开"""
    before = reading.text[max(0, phrase.start - FARTHEST) : phrase.start]
    found = FIRST_FIGURES.search(before)
    if found is None or (found[0] + reading.of(phrase)).startswith("0"):
        return
    span = Span(phrase.start - len(found[0]), phrase.end)
    right = reading.of(span).replace("，", "")
    yield Hit(
        span, f"一个数中间不用中文的逗号，写作“{right}”", (Edit(span, right),), asks="是一个数吗？"
    )
