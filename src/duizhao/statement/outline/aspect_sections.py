"""Sections that have their own causes and measures, as when each aspect is treated by itself."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document import Document, NumberStyle, Section
from duizhao.profiles import Aspect, ChapterKind
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.kinds import is_resolve, kinds, opened_kinds
from duizhao.text.pattern import LazyPattern

LONGEST_NAME, FEWEST_LISTED, BULLETS = 8, 3, "-—–·•"
FIELD = LazyPattern(
    "[在从]?(?:自己|个人|本人|平时|日常)?的?(?:政治|思想|理论|业务|组织|纪律|规矩|廉洁|廉政|工作|生活|作风|能力|群众|学习|服务|党性|道德|品德"
    "|履职|尽责|担当|作为|责任|家风|本领|素质|修养|自律|立场|信念|信仰|忠诚|政德|律己|用权|从政|奉公|为民|干事|创业|训练|教学|教育|职工|企业|基层|党建|团结|师德|医德|医风|遵规守纪|遵纪守法|安全|管理|和|与|及|、){1,6}"
    "(?:上来?(?:检查|检视|查摆|查找|反思|剖析|[找查])|[上中]|方面|情况)?"
)
"""The title of a field that is examined, and of no claim: 学习上, 政治学习, 在廉洁自律方面."""


def holds_chapters(document: Document, section: Section) -> bool:
    """Whether a section has its own causes or measures."""
    for each in section.sections:
        found = opened_kinds(document.of(each.heading.title))
        if ChapterKind.CAUSES in found or ChapterKind.MEASURES in found:
            return True
    return False


def holds_all_chapters(document: Document, section: Section) -> bool:
    """Whether a part of a collection is a whole statement: titles in it announce problems, and causes or measures."""
    found = {kind for each in section.sections for kind in kinds(document.of(each.heading.title))}
    return ChapterKind.PROBLEMS in found and not found.isdisjoint(
        (ChapterKind.CAUSES, ChapterKind.MEASURES)
    )


def are_names(document: Document, section: Section) -> bool:
    """Whether the titles of all sections in a section name what is examined, since one of them holds a list.

    （1）养护质量。⏎坑槽修补反复返工，…⏎（2）应急保通。⏎一是…；二是….
    """
    inner = section.sections
    return any(_holds_list(document.text, each) for each in inner) and all(
        _is_name(each, document.of(each.heading.title)) for each in inner
    )


def _is_name(section: Section, title: str) -> bool:
    marker = section.heading.marker
    if marker and marker.style is NumberStyle.PART:
        return True
    if section.heading.run_in or not 2 <= len(title) <= LONGEST_NAME:
        return False
    return not is_deficient(title) and not is_resolve(title)


def _holds_list(text: str, section: Section) -> bool:
    first = section.paragraphs[:1]
    if section.sections:
        return True
    return bool(first) and (bool(first[0].items) or text[first[0].span.start] in BULLETS)


def own_aspect(document: Document, section: Section, sections: Sequence[Section]) -> Aspect | None:
    """The title of a section as its aspect, where others beside it have their own causes or measures too."""
    if any(holds_chapters(document, each) for each in sections if each is not section):
        title = document.of(section.heading.title)
        return Aspect(title, title)
    return None


def names_field(title: str) -> bool:
    """Whether a title only names a field that is examined, and claims nothing."""
    return FIELD.fullmatch(title) is not None


def is_plain_list(document: Document, section: Section) -> bool:
    """Whether a title without a fault stands above several plain paragraphs that tell faults: 是非短长."""
    count, title = len(section.paragraphs), document.of(section.heading.title)
    if count < FEWEST_LISTED or section.sections or section.heading.run_in or is_deficient(title):
        return False
    faults = sum(is_deficient(document.of(each.span)) for each in section.paragraphs)
    return faults * 4 >= count * 3
