"""Opinions were asked for, and none is reported"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

ASKED = ("征求意见", "征集意见", "听取意见", "征求了意见", "听取了意见")
ANSWERED = (
    "征求到", "征集到", "收集到", "收到意见", "条意见", "条建议", "提出的意见", "提出意见",
    "反馈意见", "反馈的意见", "群众反映", "职工反映", "同志指出", "同志提出", "给我提", "意见认为",
)  # fmt: skip
OPINIONS = ("意见建议", "意见和建议", "建议意见")
# 共征集意见建议23条 and 梳理出意见建议36条 say what was got, as 征集到意见23条 does.
# So does 征求了意见，收到建议9条 in the rest of its sentence.
COUNTED = LazyPattern(
    "(?:(?:意见|建议|[和、])*|[^。；\n]{0,40}?(?:意见|建议)[^。；，\n]{0,6}?)"
    "[0-9一二三四五六七八九十百xX×_＿*]+多?余?[条个]"
)
# 《办法》初稿下发征求意见: of a paper, and of nobody's faults.
OF_PAPER = LazyPattern("(?:稿|草案|》)[^，。；：\n]{0,10}$")
FARTHEST = 12


@rule(
    "DZ119",
    on=Statement,
    anchors=(*ASKED, *ANSWERED, *OPINIONS),
    severity=Severity.HINT,
    source="2013年党的群众路线教育实践活动专题民主生活会通知",
    strength=Strength.VERIFIED,
    criteria=("A10",),
)
def unanswered_opinions(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """征求了意见而没有回应"""
    places = reading.marks.get("DZ119")
    request = _request(places, reading)
    if request is None or statement.chapters_of(ChapterKind.OPINIONS):
        return
    if not any(
        start >= request.start and _answers(reading.text, start, end) for start, end in places
    ):
        yield Hit(
            request,
            "这里说征求了意见，后面没有写收到哪些意见、怎样看、怎样改。",
            asks="提了什么、对应哪个问题，写到了吗？",
            advice="谁提的不必写。",
        )


def _answers(text: str, start: int, end: int) -> bool:
    return text[start:end] in ANSWERED or COUNTED.match(text, end) is not None


def _request(places: Sequence[tuple[int, int]], reading: Reading) -> Span | None:
    """The place in the preamble that mentions asking for opinions."""
    preamble = reading.document.preamble
    for start, end in places if preamble else ():
        if start >= preamble[-1].span.end:
            break
        if start < preamble[0].span.start or reading.text[start:end] not in ASKED:
            continue
        if not OF_PAPER.search(reading.text, max(0, start - FARTHEST), start):
            return Span(start, end)
    return None
