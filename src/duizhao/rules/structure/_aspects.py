"""Compares the parts of the problems chapter with the aspects of the campaign."""

from __future__ import annotations

from duizhao.document import Section
from duizhao.lint import Reading
from duizhao.profiles import Aspect, Profile, shipped
from duizhao.statement import ChapterKind

MIN_LIKENESS = 0.5


def missing_aspects(reading: Reading) -> list[Aspect]:
    """The aspects of the campaign without a section among the problems, in the campaign's order."""
    found = {aspect.key for aspect, _ in reading.statement.aspects}
    if any(each.table for each in reading.document.paragraphs):
        found |= {each.aspect.key for each in reading.statement.problems if each.aspect}
    return [aspect for aspect in reading.profile.aspects if aspect.key not in found]


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
            if _likeness(aspect.name, reading.of(part.heading.title)) > MIN_LIKENESS:
                pairs.append((aspect, part))
                left.remove(part)
                break
    return pairs


def _likeness(name: str, title: str) -> float:
    return sum(character in title for character in name) / len(name)


def other_campaign(title: str, own: Profile) -> tuple[Profile, Aspect] | None:
    """Another shipped campaign with an aspect that `title` names."""
    names = {aspect.name for aspect in own.aspects}
    # What a claim tells of is no aspect: 学习报告不够，理论学习中心组用4次会议学完.
    title = title.partition("，")[0]
    for profile in shipped().all():
        for aspect in profile.aspects:
            if aspect.name in title and aspect.name not in names:
                return profile, aspect
    return None
