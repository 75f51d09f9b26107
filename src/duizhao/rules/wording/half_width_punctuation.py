from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
# 学习不系统.调研不深入: a full stop, or the mark between the names of a foreigner.
LONE_POINT = LazyPattern(r"(?<=[\u4e00-\u9fff]{4})\.(?=[\u4e00-\u9fff]{3})")
FOREIGN = LazyPattern("[尔斯特克德拉夫基格姆娜里亚利卡科罗迪洛]$")
BEHIND = r"(?<=[\u4e00-\u9fff”》）】])"


MARK = LazyPattern(
    rf"{BEHIND}(?:[,;:?!](?!//)(?=[\u4e00-\u9fff“”《（\d\s]|$)|\.(?=[ 　]*(?:\r?\n|$)))"
)


# (一) and 一, at headings belong to the numbering rules; f(x) and ](… are not Chinese text.


BRACKETS = LazyPattern(
    r"(?<![A-Za-z0-9_\])])\((?!(?:[\d一二三四五六七八九十]{1,3})\))"
    r"(?=[^()\n]{0,80}?[\u4e00-\u9fff])[^()\n]{1,200}\)"
)


COUNTING = LazyPattern(r"(?:^|\n)[ 　]*[一二三四五六七八九十]{1,3}$")
LONGEST_COUNT = 8
CODE = "DZ603"
HABIT = 10
"""So many half-width marks of a kind, and more than full-width ones, are how the text is written: it is told once."""
FEWEST = 3
"""So many are enough where no full-width one stands."""


@rule(
    CODE,
    on=Document,
    anchors=(*FULL_WIDTH, "("),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 5.1",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def half_width_punctuation(document: Document, reading: Reading) -> Iterator[Hit]:
    """中文里的半角标点"""
    text = reading.text
    of_mark: dict[str, list[Hit]] = {}
    for start, _ in reading.marks.get(CODE):
        if hit := _hit(text, start):
            of_mark.setdefault(text[start], []).append(hit)
    for mark, hits in of_mark.items():
        full = "（" if mark == "(" else FULL_WIDTH[mark]
        least = HABIT if (other := text.count(full, *document.span)) else FEWEST
        if len(hits) >= max(least, other + 1):
            yield _habit(mark, full, hits, reading)
        else:
            yield from hits


def _habit(mark: str, full: str, hits: list[Hit], reading: Reading) -> Hit:
    """One finding for the whole text, with the edits of all places."""
    message = f"全文的“{mark}”多是半角，共{len(hits)}处，中文里的标点用全角“{full}”"
    edits = tuple(edit for hit in hits for edit in hit.edits)
    severity = None if reading.statement.recognised else Severity.HINT
    return Hit(hits[0].span, message, edits, severity=severity)


def _hit(text: str, start: int) -> Hit | None:
    mark, place = text[start], Span(start, start + 1)
    if mark == "(":
        if found := BRACKETS.match(text, start):
            edits = (Edit(place, "（"), Edit(Span(found.end() - 1, found.end()), "）"))
            return Hit(place, "中文里的括号用全角（）", edits)
    elif mark == "." and LONE_POINT.match(text, start):
        if not FOREIGN.search(text[start - 1 : start]):
            right = f"“{text[start - 1]}。{text[start + 1]}”"
            return Hit(
                place,
                f"中文里的标点用全角：{right}",
                severity=Severity.HINT,
                asks="是句号，还是别的标点？",
            )
    elif MARK.match(text, start) and not COUNTING.search(
        text[max(0, start - LONGEST_COUNT) : start]
    ):
        full = FULL_WIDTH[mark]
        return Hit(place, f"中文里的标点用全角“{full}”", (Edit(place, full),))
    return None
