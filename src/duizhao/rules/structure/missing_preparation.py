from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.profiles import PaperKind
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

STUDY = ("学习", "研讨", "中心组", "学了", "集中学", "自学")
OPINIONS = (
    "征求", "征集", "收集", "听取", "意见", "建议", "座谈", "问卷", "走访", "调研", "坐了坐",
)  # fmt: skip
TALKS = ("谈心", "谈话", "交心", "互相谈", "相互谈")
PARTS = {"会前学习": STUDY, "征求意见": OPINIONS, "谈心谈话": TALKS}
QUESTIONS = {
    "会前学习": "集中学习了几次？",
    "征求意见": "用什么办法、征求到多少条意见？",
    "谈心谈话": "谈了多少人次？",
}
FIGURE = LazyPattern(
    "[0-9０-９〇零一二两三四五六七八九十百xX×_＿*]+(?:余|多|来)?(?:个|人|次|条|份|场|轮|户|件|期|名|天|篇|家)"
)
MEETING = "生活会"
# 党支部纪律作风自查 prepares no meeting, unless it names one.
NO_MEETING = LazyPattern("支部|总支|自查|自我检查|集体检查")
# Before these kinds of chapters the preparation is told.
SELF = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)


@rule(
    "DZ130",
    on=Statement,
    severity=Severity.HINT,
    source="2022年、2025年各地班子对照检查材料的通行写法",
    strength=Strength.PRACTICE,
    papers=(PaperKind.TEAM,),
    criteria=("H2",),
)
def missing_preparation(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """班子材料没有交代会前准备"""
    if not statement.problems or reading.is_list:
        return
    before = Span(reading.document.span.start, _first_chapter(statement))
    # The words are too frequent for the scan of every text, and the head of a team's statement is short.
    told = reading.of(before)
    if NO_MEETING.search(reading.document.whole_title) and MEETING not in told:
        return
    lacking = [part for part, words in PARTS.items() if not any(word in told for word in words)]
    if lacking:
        yield Hit(
            opening(reading.document),
            f"开头没有交代{'、'.join(lacking)}的情况",
            asks="".join(QUESTIONS[part] for part in lacking),
        )
    elif not FIGURE.search(told):
        yield Hit(
            opening(reading.document),
            "会前学习、征求意见和谈心谈话没有写出次数和条数",
            asks="".join(QUESTIONS.values()),
        )


def _first_chapter(statement: Statement) -> int:
    """Where the first chapter of problems, causes or measures begins."""
    starts = [chapter.span.start for kind in SELF for chapter in statement.chapters_of(kind)]
    return min(starts, default=statement.document.span.end)
