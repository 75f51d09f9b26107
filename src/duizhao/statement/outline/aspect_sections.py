"""Sections that have their own causes and measures, as when each aspect is treated by itself."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document import Document, Section
from duizhao.profiles import Aspect, ChapterKind
from duizhao.statement.outline.kinds import opened_kinds


def holds_chapters(document: Document, section: Section) -> bool:
    """Whether a section has its own causes or measures."""
    for each in section.sections:
        found = opened_kinds(document.of(each.heading.title))
        if ChapterKind.CAUSES in found or ChapterKind.MEASURES in found:
            return True
    return False


def own_aspect(document: Document, section: Section, sections: Sequence[Section]) -> Aspect | None:
    """The title of a section as its aspect, where others beside it have their own causes or measures too."""
    if any(holds_chapters(document, each) for each in sections if each is not section):
        title = document.of(section.heading.title)
        return Aspect(title, title)
    return None
