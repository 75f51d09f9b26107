from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording._pairing import pair_marks
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ606"
BRACKETS = {"（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
# `1）` and `a）` are numbering: their bracket has no first half.
COUNTING = LazyPattern(
    r"(?:^|[\s；。，：:;、])[\da-zA-Z一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾甲乙丙丁]{1,3}$"
)

# （一) is numbering and has a rule of its own.
MIXED = LazyPattern(r"（[\d一二三四五六七八九十]{1,3}\)")


# 学习（包括自学): the bracket is closed by a half-width one.
HALF_CLOSED = LazyPattern(r"（[^（）()\n]{1,60}\)")
QUOTED_TITLE = LazyPattern("《[^《》“”\n]{2,40}[“”]")
FARTHEST = 60
"""In characters: how far before its bracket a half-width one is looked for."""


@rule(
    CODE,
    on=Document,
    anchors=(*BRACKETS, *BRACKETS.values()),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.9、4.15",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def unbalanced_bracket(document: Document, reading: Reading) -> Iterator[Hit]:
    """括号或书名号不成对"""
    text = reading.text
    found = pair_marks(text, reading.marks.get(CODE), BRACKETS)
    for span in found.unclosed:
        if MIXED.match(text, span.start):
            continue
        if closed := HALF_CLOSED.match(text, span.start):
            at = closed.end() - 1
            yield Hit(
                Span(at, at + 1),
                "这个“)”是半角，与前面的“（”不成对",
                (Edit(Span(at, at + 1), "）"),),
            )
            continue
        shown = ""
        if title := QUOTED_TITLE.match(text, span.start):
            shown = f"，如{title[0][:-1]}》"
        yield Hit(
            span,
            f"这个“{reading.of(span)}”没有配对的后一半{shown}；请补上，或把半角的那一半改成全角",
        )
    for span in found.unopened:
        if half := _half_width(text, span):
            yield Hit(half, "这个“(”是半角，与后面的“）”不成对", (Edit(half, "（"),))
            continue
        if not (
            text[span.start] == "）" and COUNTING.search(text[max(0, span.start - 4) : span.start])
        ):
            yield Hit(
                span, f"这个“{reading.of(span)}”没有配对的前一半；请补上，或把半角的那一半改成全角"
            )


def _half_width(text: str, closing: Span) -> Span | None:
    """The half-width bracket that a full-width one closes: 学习(包括自学）."""
    if text[closing.start] != "）":
        return None
    first = max(0, closing.start - FARTHEST)
    at = text.rfind("(", first, closing.start)
    inside = text[at + 1 : closing.start]
    return None if at < 0 or any(mark in inside for mark in ")）\n") else Span(at, at + 1)
