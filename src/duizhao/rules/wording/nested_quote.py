from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording._pairing import pair_marks
from duizhao.text import Edit, Span

CODE = "DZ607"
LONGEST_TITLE = 60
SINGLE_MARKS = {"“": ("‘", "’"), "《": ("〈<＜", "〉>＞")}
MARKS = {"“": "”", "《": "》"}
INNER = {"“": ("‘", "’"), "《": ("〈", "〉")}


@rule(
    CODE,
    on=Document,
    anchors=(*MARKS, *MARKS.values()),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.8.3.4、4.15.3.5",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def nested_quote(document: Document, reading: Reading) -> Iterator[Hit]:
    """引号书名号套用未换单层"""
    found = pair_marks(reading.text, reading.marks.get(CODE), MARKS)
    if found.unclosed or found.unopened:
        return
    for span in found.nested:
        if _is_third_level(reading.text, span) or _is_in_title(reading.text, span):
            continue
        left, right = INNER[reading.text[span.start]]
        first, last = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
        message = f"里面一层应改用{left}{right}，否则读者会以为外面一层到此为止"
        yield Hit(span, message, (Edit(first, left), Edit(last, right)))


def _is_third_level(text: str, span: Span) -> bool:
    """True inside a single mark: 《关于修改〈某省实施《某法》办法〉的决定》 alternates as it should."""
    before = text[max(0, span.start - LONGEST_TITLE) : span.start]
    opened = max(map(before.rfind, SINGLE_MARKS[text[span.start]][0]))
    closed = max(map(before.rfind, SINGLE_MARKS[text[span.start]][1]))
    return opened > max(closed, before.rfind(text[span.start]))


def _is_in_title(text: str, span: Span) -> bool:
    """True for quotation marks that belong to the name of a book: 《平“语”近人》 is cited as it is."""
    before = text[max(0, span.start - LONGEST_TITLE) : span.start]
    return text[span.start] == "“" and before.rfind("《") > before.rfind("》")
