"""The points of feedback in a report on rectification after an inspection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from duizhao.document import Document, Paragraph, Section
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.table_head import problem_cells
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern

CHAPTER = LazyPattern("反馈|问题|整改(?:任务|事项|措施)?(?:的?)(?:落实|进展|完成|情况)|逐[项条个]")
OTHER_CHAPTER = LazyPattern(
    "组织|领导|责任|总体|基本情况|工作开展|下一?步|今后|打算|不足|未完成|尚未|长期|站位|巩固"
)
# 已完成整改的问题（3个）, 需要长期坚持的问题: chapters by how far things are.
DONE = LazyPattern(
    "已(?:经)?(?:基本|全部|按期)?(?:完成|整改|办结|解决|销号)[^，。]*(?:问题|事项|任务)"
)
BY_STATE = LazyPattern(
    "(?:完成|整改|办结|解决|销号|推进|坚持|改到位)[^，。及和]*的[^，。及和]{0,4}(?:问题|事项|任务)[^，。及和]*$"
)
# 关于“……”的问题, 针对……问题: the title of one point, whatever stands below.
POINT_TITLE = LazyPattern(
    "^(?:关于|针对|对于|就)?.{0,80}问题(?:方面|整改情况|的整改)?$|^问题[一二三四五六七八九十0-9]"
)
LABEL = LazyPattern(
    "^(?:具体)?(?:整改|落实|完成|责任|主要|采取)?(?:措施|成效|情况|结果|状态|时限|做法|进展|单位|领导|目标)[：:]?"
)
LABEL_OF_PROBLEM = (
    "(?:反馈|具体|存在|主要)?的?(?:问题|意见)(?:表现|描述)?[一二三四五六七八九十0-9（(]{0,4}[)）]?[：:.、，\\t]|"
    "(?:巡[视察]组?|反馈|意见)*(?:指出|提出)的?(?:问题)?[：:\\t]"
)
POINT_IN_PARAGRAPH = LazyPattern(f"{LABEL_OF_PROBLEM}|针对|关于.{{2,60}}问题")
LABELLED_POINT = LazyPattern(LABEL_OF_PROBLEM)
BARE_LABEL = LazyPattern(
    "(?:反馈|具体|存在|主要)?的?(?:问题|意见)(?:表现|描述)?[一二三四五六七八九十0-9]{0,3}"
)
# 针对……的问题，采购了…: the heading of a point that goes on with what was done.
NAMED_AHEAD = LazyPattern("(?:针对|关于|对于|就).{2,80}?问题(?=[，,：:])")


@value
class FeedbackPoint:
    """A point of feedback: `title` names the problem, `body` says what was done about it.

    `has_state` is True where the chapter says how far all its points are.
    """

    title: Span
    body: Span
    has_state: bool = False


def feedback_points(document: Document) -> tuple[FeedbackPoint, ...]:
    """The points of all chapters on feedback, in text order."""
    titles = [document.of(section.heading.title) for section in document.sections]
    is_by_state = any(map(DONE.search, titles))
    found: list[FeedbackPoint] = []
    for section, title in zip(document.sections, titles, strict=True):
        has_state = is_by_state and BY_STATE.search(title) is not None
        if has_state or _is_chapter(title):
            points = _points(document, section)
            found += (replace(each, has_state=has_state) for each in points)
    return tuple(found or _without_chapters(document))


def _without_chapters(document: Document) -> Iterator[FeedbackPoint]:
    """Points that stand at the top, with their problem in quotes or called one, or in a table."""
    yield from _in_table(document, document.preamble)
    for each in document.sections:
        if _names_problem(document.of(each.heading.title)):
            yield _of_section(document, each)


def _is_chapter(title: str) -> bool:
    return CHAPTER.search(title) is not None and OTHER_CHAPTER.search(title) is None


def _points(document: Document, section: Section) -> Iterator[FeedbackPoint]:
    if not section.sections:
        yield from _in_paragraphs(document, section.paragraphs)
    for each in section.sections:
        if _is_group(document, each):
            yield from _points(document, each)
        else:
            yield _of_section(document, each)


def _is_group(document: Document, section: Section) -> bool:
    """Whether a section holds points, rather than being one."""
    if section.sections:
        return not _is_point(document, section)
    return not _names_problem(document.of(section.heading.title)) and any(
        LABELLED_POINT.match(document.text, *each.span) for each in section.paragraphs
    )


def _of_section(document: Document, section: Section) -> FeedbackPoint:
    title = section.heading.title
    words = document.of(title)
    if BARE_LABEL.fullmatch(words) and section.paragraphs:
        title = _first_sentence(document, section.paragraphs[0].span)
    elif ahead := NAMED_AHEAD.match(words):
        title = Span(title.start, title.start + ahead.end())
    return FeedbackPoint(title, Span(title.end, section.span.end))


def _is_point(document: Document, section: Section) -> bool:
    """Whether the sections below are of one point: its measures, its result."""
    title, *below = (document.of(each.heading.title) for each in (section, *section.sections))
    if all(map(LABEL.search, below)):
        return True
    if POINT_TITLE.search(title):
        return not all(map(_names_problem, below))
    return _names_fault(title) and not any(map(_names_fault, below))


def _names_problem(title: str) -> bool:
    """Whether a title quotes a problem, or calls itself one."""
    return title[:1] == "“" or POINT_TITLE.search(title) is not None


def _names_fault(title: str) -> bool:
    return _names_problem(title) or is_deficient(title)


def _in_paragraphs(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[FeedbackPoint]:
    """Points without headings: rows of a table, or each begins with a paragraph that names its problem."""
    if rows := list(_in_table(document, paragraphs)):
        yield from rows
        return
    stretches = [stretch for each in paragraphs for stretch in _stretches(each)]
    begun = [
        at for at, each in enumerate(stretches) if POINT_IN_PARAGRAPH.match(document.text, *each)
    ]
    for at, after in pairwise([*begun, len(stretches)]):
        title = _first_sentence(document, stretches[at])
        yield FeedbackPoint(title, Span(title.end, stretches[after - 1].end))


def _stretches(paragraph: Paragraph) -> Iterator[Span]:
    """A paragraph, or its items behind their numbers: 一是针对“…”问题，…."""
    if not paragraph.items:
        yield paragraph.span
    for item in paragraph.items:
        yield Span(item.marker.span.end, item.span.end)


def _in_table(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[FeedbackPoint]:
    for paragraph in paragraphs:
        if paragraph.table:
            for cell, behind in problem_cells(document.text, paragraph.table):
                yield FeedbackPoint(cell, behind)


def _first_sentence(document: Document, span: Span) -> Span:
    if ahead := NAMED_AHEAD.match(document.text, *span):
        return Span(span.start, ahead.end())
    stop = document.text.find("。", *span)
    return Span(span.start, stop if stop >= 0 else span.end)
