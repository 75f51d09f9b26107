"""Cue phrases: where a problem's text goes on to its cause or measure without a heading (究其原因，… 整改措施：…)."""

from __future__ import annotations

from bisect import bisect_left, insort

from duizhao.profiles import ChapterKind
from duizhao.text import Marks
from duizhao.text.pattern import LazyPattern

CAUSE = LazyPattern(
    "究其(?:原因|根源|根本|实质)|(?:产生|出现|存在|造成)(?:上述|以上|这些|这一|此类).{0,4}问题.{0,10}(?:原因|根源|在于)"
    "|(?:上述|以上|这些)问题的(?:产生|根源|原因)|(?:深入|深刻|认真)?(?:分析|剖析)其?(?:产生的?)?(?:原因|根源)"
    "|(?:原因|根源)(?:在于|是|(?:分析|剖析)?[：:])|问题的(?:根源|原因)"
)
OPENS_CLAUSE = "。；，！？!?;, \n\r\t　：:）)"
Cue = tuple[int, int, ChapterKind]
"""Start and end of the phrase, and the kind of text that it announces."""


class Cues:
    """The cues of one text, in order."""

    def __init__(self, text: str, marks: Marks) -> None:
        causes = [
            (start, end, ChapterKind.CAUSES)
            for start, end in marks.get("statement.cause-cue")
            if _opens_clause(text, start) and CAUSE.match(text, start)
        ]
        measures = [
            (start, end, ChapterKind.MEASURES)
            for start, end in marks.get("statement.measure-cue")
            if _opens_clause(text, start)
        ]
        self.places: list[Cue] = sorted([*causes, *measures], key=lambda cue: cue[0])

    def add(self, start: int, kind: ChapterKind) -> None:
        """Add a cue that is a whole sentence, found by its place."""
        insort(self.places, (start, start, kind), key=_start)

    def within(self, start: int, end: int) -> list[Cue]:
        """The cues that begin in `text[start:end]`."""
        if not self.places:
            return []
        first = bisect_left(self.places, start, key=_start)
        return self.places[first : bisect_left(self.places, end, key=_start)]


def _start(cue: Cue) -> int:
    return cue[0]


def _opens_clause(text: str, at: int) -> bool:
    # 深刻剖析原因: the adverb belongs to the cue.
    if text[max(0, at - 2) : at] in ("深入", "深刻", "认真", "这是", "主要"):
        at -= 2
    return at == 0 or text[at - 1] in OPENS_CLAUSE
