"""The values of a profile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from duizhao.profiles.aspects import Aspect, AspectNames
from duizhao.profiles.chapter_kind import ChapterKind
from duizhao.status import Status

ASKED_OF_ALL = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement of a campaign. `id` is that of the requirement table, `section` the kind of chapter it asks for."""

    id: str
    text: str
    source: str
    status: Status
    section: ChapterKind | None = None


@dataclass(frozen=True)
class Profile:
    """A campaign: its name, the signs by which it is recognised, its aspects, sections and requirements.

    `signs` are words in a title or preamble that speak for this profile.
    `sections` are the kinds of chapters that it asks for, in order. A kind that a requirement names
    (`Requirement.section`) is asked for as firmly as that requirement is known.
    """

    id: str
    title: str
    source: str
    status: Status
    signs: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    sections: tuple[ChapterKind, ...] = ASKED_OF_ALL
    requirements: tuple[Requirement, ...] = ()
    document_names: tuple[str, ...] = ("对照检查材料",)
    words: tuple[int, int] | None = None

    @cached_property
    def names(self) -> AspectNames:
        """The names of its aspects, prepared when a statement is first read under this profile."""
        return AspectNames.from_aspects(self.aspects)
