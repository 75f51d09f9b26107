from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ140"
CALLED_TO_ACCOUNT = (
    "约谈", "函询", "诫勉", "问责", "通报批评", "警告", "处分", "追责", "批评教育", "责令检查", "谈话提醒",
)  # fmt: skip
NONE = LazyPattern(
    "没有[^。；\n]{0,20}需要(?:说明|报告|补充)|无[^。；\n]{0,12}(?:需要?|应当?)(?:说明|报告|补充)|均无(?=[。；\n]|$)|(?:没有|未)(?:被|受到?过?)?[^。；\n]{0,10}?"
    "(?:约谈|函询|诫勉|问责|通报|处分|追责)|无此类情况|没有上述情况|不存在[^。；\n]{0,10}情况"
)
# 去年6月我被县纪委约谈: the writer, or nobody, is the subject.
RECEIVED = LazyPattern(
    "(?:^|(?<=[，。；：\n]))(?:[一二三四五六七八九十]是)?(?:[^，。；\n]{0,10}?(?:我|本人)|(?:去年|今年|前年|[0-9]{4}年|[0-9]{1,2}月)[^，。；\n被受]{0,10}?|(?:为此|因此|事后|后来))"
    "[^，。；\n怕没未不免]{0,8}?(?:被|受到?过?了?|挨)[^，。；\n]{0,12}$"
)
LONGEST_CLAUSE = 40


@rule(
    CODE,
    on=Statement,
    anchors=CALLED_TO_ACCOUNT,
    severity=Severity.HINT,
    source="各地民主生活会方案：被问责、约谈函询的要在会上说明",
    strength=Strength.PRACTICE,
    papers=(PaperKind.PERSON,),
    criteria=("A8", "A9"),
)
def denied_matter(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """前面写了受过约谈、处分，说明事项里却说没有"""
    matters = statement.chapters_of(ChapterKind.MATTERS)
    places = reading.marks.get(CODE) if matters else ()
    received = [Span(*place) for place in places if _is_received(place[0], reading.text)]
    for chapter in matters if received else ():
        denied = NONE.search(reading.text, *chapter.span)
        words = reading.of(received[0])
        if denied is None or words in _without(chapter.span, Span(*denied.span()), reading):
            continue
        yield Hit(
            Span(*denied.span()),
            f"这里说没有，前面写了受过“{words}”",
            asks=f"那次“{words}”是什么事，处理了没有？",
            related=tuple((each, "前面写的") for each in received),
        )
        return


def _without(chapter: Span, denied: Span, reading: Reading) -> str:
    """The chapter without the words that deny: what it explains."""
    return reading.text[chapter.start : denied.start] + reading.text[denied.end : chapter.end]


def _is_received(start: int, text: str) -> bool:
    return RECEIVED.search(text, max(0, start - LONGEST_CLAUSE), start) is not None
