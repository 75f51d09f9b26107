from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

PAIR = LazyPattern(
    r"""(?<![="A-Za-z\d.!?)])"(?!>)(?=[^"\n]{0,80}?[\u4e00-\u9fff])[^"\n]{1,200}"(?![">])"""
    r"""|(?<![A-Za-z\d='])'(?!>)(?=[^'\n]{0,80}?[\u4e00-\u9fff])[^'\n]{1,80}'(?![A-Za-z'>])"""
)


CURVED = {'"': ("“", "”"), "'": ("‘", "’")}


@rule(
    "DZ608",
    anchors=tuple(CURVED),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.8",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def straight_quote(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """直引号"""
    found = PAIR.match(reading.text, anchor.start)
    if found:
        span = Span(*found.span())
        left, right = CURVED[found[0][0]]
        edits = (Edit(anchor, left), Edit(Span(span.end - 1, span.end), right))
        yield Hit(span, f"中文的引号分前后两半，应写成{left}{right}；直引号看不出从哪里开始", edits)
