from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

PAIR = LazyPattern(
    r"""(?<![="A-Za-z\d.!?)])"(?!>)(?=[^"\n]{0,80}?[\u4e00-\u9fff])[^"\n]{1,200}"(?![">])"""
    r"""|(?<![A-Za-z\d='])'(?!>)(?=[^'\n]{0,80}?[\u4e00-\u9fff])[^'\n]{1,80}'(?![A-Za-z'>])"""
)


CURVED = {'"': ("“", "”"), "'": ("‘", "’")}
CODE = "DZ608"
HABIT, FEWEST = 10, 3
"""So many pairs in a text are how it is written, fewer where no curved one stands: it is told once."""


@rule(
    CODE,
    on=Document,
    anchors=tuple(CURVED),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.8",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def straight_quote(document: Document, reading: Reading) -> Iterator[Hit]:
    """直引号"""
    hits, done = list[Hit](), -1
    for start, _ in reading.marks.get(CODE):
        if start >= done and (found := PAIR.match(reading.text, start)):
            done = found.end()
            hits.append(_hit(Span(*found.span()), found[0][0]))
    if len(hits) < (HABIT if "“" in reading.text else FEWEST):
        yield from hits
        return
    message = f"全文的引号是直的，共{len(hits)}对，中文的引号分前后两半，应写成“”"
    edits = tuple(edit for hit in hits for edit in hit.edits)
    severity = None if reading.statement.recognised else Severity.HINT
    yield Hit(hits[0].span, message, edits, severity=severity)


def _hit(span: Span, mark: str) -> Hit:
    left, right = CURVED[mark]
    edits = (
        Edit(Span(span.start, span.start + 1), left),
        Edit(Span(span.end - 1, span.end), right),
    )
    return Hit(span, f"中文的引号分前后两半，应写成{left}{right}；直引号看不出从哪里开始", edits)
