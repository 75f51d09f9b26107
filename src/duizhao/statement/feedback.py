"""The points of feedback in a report on rectification after an inspection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from duizhao.document import Document, Paragraph, Section
from duizhao.statement.faults import is_deficient
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern

CHAPTER = LazyPattern("反馈|问题|整改(?:任务|事项|措施)?(?:的?)(?:落实|进展|完成|情况)|逐[项条个]")
OTHER_CHAPTER = LazyPattern(
    "组织|领导|责任|总体|基本情况|工作开展|下一?步|今后|打算|不足|未完成|尚未|长期|站位|巩固"
)
# 关于“……”的问题, 针对……问题: the title of one point, whatever stands below.
POINT_TITLE = LazyPattern(
    "^(?:关于|针对|对于|就)?.{0,80}问题(?:方面|整改情况|的整改)?$|^问题[一二三四五六七八九十0-9]"
)
LABEL = LazyPattern(
    "^(?:具体)?(?:整改|落实|完成|责任|主要|采取)?(?:措施|成效|情况|结果|状态|时限|做法|进展|单位|领导|目标)[：:]?"
)
POINT_IN_PARAGRAPH = LazyPattern(
    "(?:反馈)?问题[一二三四五六七八九十0-9（(]{0,4}[)）]?[：:.、，]|针对|关于.{2,60}问题"
)


@value
class FeedbackPoint:
    """A point of feedback: `title` names the problem, `body` says what was done about it."""

    title: Span
    body: Span


def feedback_points(document: Document) -> tuple[FeedbackPoint, ...]:
    """The points of all chapters on feedback, in text order."""
    found = tuple(
        point
        for section in document.sections
        if _is_chapter(document.of(section.heading.title))
        for point in _points(document, section)
    )
    return found or tuple(_without_chapters(document))


def _without_chapters(document: Document) -> Iterator[FeedbackPoint]:
    """Points that stand at the top, with their problem in quotes or called one."""
    for each in document.sections:
        title = each.heading.title
        if _names_problem(document.of(title)):
            yield FeedbackPoint(title, Span(title.end, each.span.end))


def _is_chapter(title: str) -> bool:
    return CHAPTER.search(title) is not None and OTHER_CHAPTER.search(title) is None


def _points(document: Document, section: Section) -> Iterator[FeedbackPoint]:
    if not section.sections:
        yield from _in_paragraphs(document, section.paragraphs)
    for each in section.sections:
        if not each.sections or _is_point(document, each):
            title = each.heading.title
            yield FeedbackPoint(title, Span(title.end, each.span.end))
        else:
            yield from _points(document, each)


def _is_point(document: Document, section: Section) -> bool:
    """Whether the sections below are of one point: its measures, its result."""
    title, *below = (document.of(each.heading.title) for each in (section, *section.sections))
    if POINT_TITLE.search(title) or all(map(LABEL.search, below)):
        return True
    return _names_fault(title) and not any(map(_names_fault, below))


def _names_problem(title: str) -> bool:
    """Whether a title quotes a problem, or calls itself one."""
    return title[:1] == "“" or POINT_TITLE.search(title) is not None


def _names_fault(title: str) -> bool:
    return _names_problem(title) or is_deficient(title)


def _in_paragraphs(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[FeedbackPoint]:
    """Points without headings: each begins with a paragraph that names its problem."""
    begun = [
        at
        for at, each in enumerate(paragraphs)
        if POINT_IN_PARAGRAPH.match(document.text, each.span.start, each.span.end)
    ]
    for at, after in pairwise([*begun, len(paragraphs)]):
        first = paragraphs[at].span
        stop = document.text.find("。", first.start, first.end)
        end = stop if stop >= 0 else first.end
        yield FeedbackPoint(Span(first.start, end), Span(end, paragraphs[after - 1].span.end))
