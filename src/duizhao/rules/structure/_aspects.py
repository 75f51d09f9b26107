"""Compares the parts of the problems chapter with the aspects of the campaign."""

from __future__ import annotations

from duizhao.document import Section
from duizhao.lint import Reading
from duizhao.profiles import Aspect, Profile, shipped
from duizhao.statement import ChapterKind

MIN_LIKENESS = 0.5
SAME_BUT_FOR_A_WORD = 0.85
"""The share of an aspect's characters in words that name it with a slip: 敢于作为 for 敢于创新."""
LONG_NAME = 8
"""In characters: no sentence has so long a name of an aspect by chance."""
WORDS_AROUND_NAME = 12
"""In characters: 其一，关于…方面 and the like."""


def missing_aspects(reading: Reading) -> list[Aspect]:
    """The aspects of the campaign without a section among the problems, in the campaign's order."""
    found = {aspect.key for aspect, _ in reading.statement.aspects}
    if any(each.table for each in reading.document.paragraphs):
        found |= {each.aspect.key for each in reading.statement.problems if each.aspect}
    return [aspect for aspect in reading.profile.aspects if aspect.key not in found]


def begins_paragraph(aspect: Aspect, reading: Reading) -> bool:
    """Whether a paragraph names the aspect and no other before its first stop: 其一，关于带头增强党性方面。虽然…"""
    others = [each.name for each in reading.profile.aspects if each.key != aspect.key]
    for paragraph in reading.document.paragraphs:
        first = reading.of(paragraph.span).partition("。")[0]
        if len(first) > len(aspect.name) + WORDS_AROUND_NAME:
            continue
        named = aspect.name in first or likeness(aspect.name, first) >= SAME_BUT_FOR_A_WORD
        if named and not any(each in first for each in others):
            return True
    return False


def is_quoted(aspect: Aspect, reading: Reading) -> bool:
    """Whether problems name the aspect in full: 审限观念淡（对应“增强党性、严守纪律、砥砺作风”）."""
    names = [aspect.name.removeprefix("带头"), *aspect.aliases]
    names = [name for name in names if len(name) >= LONG_NAME]
    for chapter in reading.statement.chapters_of(ChapterKind.PROBLEMS):
        text = reading.of(chapter.section.span) if chapter.section else ""
        if any(name in text for name in names):
            return True
    return False


def parts(reading: Reading) -> list[Section]:
    """The top sections of the problems chapters."""
    chapters = reading.statement.chapters_of(ChapterKind.PROBLEMS)
    return [part for chapter in chapters if chapter.section for part in chapter.section.sections]


def unmatched_parts(reading: Reading) -> list[Section]:
    """The parts that belong to no aspect of the campaign."""
    matched = {section.span for _, section in reading.statement.aspects}
    return [part for part in parts(reading) if part.span not in matched]


def renamed_aspects(reading: Reading) -> list[tuple[Aspect, Section]]:
    """Missing aspects, each with an unmatched part that has more than half of its characters in the title."""
    lacking = missing_aspects(reading)
    if not lacking or not reading.statement.aspects:
        return []
    left = unmatched_parts(reading)
    pairs: list[tuple[Aspect, Section]] = []
    for aspect in lacking:
        for part in left:
            if likeness(aspect.name, reading.of(part.heading.title)) > MIN_LIKENESS:
                pairs.append((aspect, part))
                left.remove(part)
                break
    return pairs


def likeness(name: str, title: str) -> float:
    """The share of the characters of a name that stand in a title."""
    return sum(character in title for character in name) / len(name)


def other_campaign(title: str, own: Profile) -> tuple[Profile, Aspect] | None:
    """Another shipped campaign with an aspect that `title` names."""
    names = {aspect.name for aspect in own.aspects}
    # What a claim tells of is no aspect: 学习报告不够，理论学习中心组用4次会议学完.
    title = title.partition("，")[0]
    # The longest name counts: 在遵规守纪、清正廉洁前提下… is no 清正廉洁.
    named = [
        (profile, aspect)
        for profile in shipped().all()
        for aspect in profile.aspects
        if aspect.name in title and aspect.name not in names
    ]
    return max(named, key=lambda each: len(each[1].name), default=None)
