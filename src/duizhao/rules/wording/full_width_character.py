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


CODE = "DZ612"
HABIT = 40
"""So many full-width characters in a text are its style: it is told once."""


@rule(
    CODE,
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
    places = reading.marks.get(CODE)
    if len(places) >= HABIT:
        if start == places[0][0]:
            yield from _habit(text, anchor)
        return
    found = RUN.match(text, start)
    if found and not COUNTING.match(text, start):
        span = Span(*found.span())
        half = found[0].translate(HALF)
        yield Hit(span, f"数字和字母一般用半角：{half}", (Edit(span, half),))


def _habit(text: str, first: Span) -> Iterator[Hit]:
    """One finding for the whole text, with the edits of all places."""
    runs = [each for each in RUN.finditer(text) if not COUNTING.match(text, each.start())]
    if runs:
        edits = tuple(Edit(Span(*each.span()), each[0].translate(HALF)) for each in runs)
        yield Hit(first, f"全文的数字和字母用了全角，共{len(runs)}处，一般用半角", edits)
