"""Cue phrases: where a problem's text goes on to its cause or measure without a heading (究其原因，… 整改措施：…)."""

from __future__ import annotations

from bisect import bisect_left, insort

from duizhao.profiles import ChapterKind
from duizhao.text import Marks
from duizhao.text.pattern import LazyPattern

CAUSE = LazyPattern(
    "究其(?:原因|根源|根本|实质|缘由|成因)|(?:产生|出现|存在|造成)(?:上述|以上|这些|这一|此类).{0,4}问题.{0,10}(?:原因|根源|在于)"
    "|(?:上述|以上|这些)问题的(?:产生|根源|原因)|(?:深入|深刻|认真)?(?:分析|剖析)其?(?:产生的?)?(?:原因|根源)"
    "|(?:原因|根源)(?:在于|是|(?:分析|剖析)?[：:])|问题的(?:根源|原因)"
    "|(?:深层次[看分]|往深[里处][说想]|从根子上[看说])"
    "|[根病][子根](?:上是|在|是)|说到底，?是|(?:毛病|问题)就?出在|归根[到结]底是|原因很简单|(?:为什么|怎么)会这样呢?？|为何如此？|【(?:产生)?(?:原因|根源)(?:分析|剖析)?】"
)
OPENS_CLAUSE = "。；，！？!?;, \n\r\t　：:）)"
WORDS_AHEAD = ("深入", "深刻", "认真", "这是", "主要", "产生", "问题", "思想", "主观", "我的")
Cue = tuple[int, int, ChapterKind]
"""Start and end of the phrase, and the kind of text that it announces."""


class Cues:
    """The cues of one text, in order."""

    def __init__(self, text: str, marks: Marks) -> None:
        causes = [
            (begin, end, ChapterKind.CAUSES)
            for start, end in marks.get("statement.cause-cue")
            if (begin := _begin(text, start)) is not None and CAUSE.match(text, start)
        ]
        measures = [
            (begin, end, ChapterKind.MEASURES)
            for start, end in marks.get("statement.measure-cue")
            if (begin := _begin(text, start)) is not None
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


def _begin(text: str, at: int) -> int | None:
    """Where the cue at `at` begins, with the words that belong to it (深刻剖析原因, 产生原因); None inside a clause."""
    if text[max(0, at - 2) : at] in WORDS_AHEAD:
        at -= 2
    elif text[max(0, at - 1) : at] == "其":
        at -= 1
    return at if at == 0 or text[at - 1] in OPENS_CLAUSE else None
