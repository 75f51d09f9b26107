"""What a report on duty says was done: sections on responsibility and integrity hold no problems."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from duizhao.document import Document
from duizhao.profiles import ChapterKind
from duizhao.statement.model import Chapter
from duizhao.statement.outline.points import Point
from duizhao.text.pattern import LazyPattern

# 三、严格自律，做到廉洁从税; but 廉洁自律方面存在的问题.
ACCOUNT = LazyPattern(
    "(?!.*(?:问题|不足|差距|短板|薄弱|缺点|毛病|原因|根源|措施|打算|方向|改进|下一?步|今后|努力))"
    ".*(?:廉|自律|职责|责任|履职|履行|从严|一岗双责|守纪|作风|抓好|落实)"
)


def without_problems_of_accounts(
    document: Document, chapters: Sequence[Chapter], points: Sequence[Point]
) -> tuple[list[Chapter], list[Point]]:
    """The chapters and points of a report on duty, if one of its chapters is on problems by its title.

    Those whose titles only give an account are of the kind STATUS then, and have no points.
    """
    accounts = {chapter.span for chapter in chapters if _is_account(document, chapter)}
    others = (each for each in chapters if each.span not in accounts and each.section)
    if not accounts or not any(ChapterKind.PROBLEMS in each.kinds for each in others):
        return list(chapters), list(points)
    kept = [
        replace(each, kinds=(ChapterKind.STATUS,)) if each.span in accounts else each
        for each in chapters
    ]
    spans = sorted(accounts)
    starts = [span.start for span in spans]

    def is_inside(point: Point) -> bool:
        at = bisect_right(starts, point.span.start) - 1
        return at >= 0 and point.span.start < spans[at].end

    return kept, [point for point in points if not is_inside(point)]


def _is_account(document: Document, chapter: Chapter) -> bool:
    if chapter.section is None or ChapterKind.PROBLEMS not in chapter.kinds:
        return False
    return ACCOUNT.match(document.of(chapter.section.heading.title)) is not None
