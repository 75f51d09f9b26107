"""The values of a profile."""

from __future__ import annotations

import re
from functools import cached_property

from duizhao.profiles.aspects import Aspect, AspectNames
from duizhao.profiles.chapter_kind import ChapterKind
from duizhao.profiles.occasion import meetings_of
from duizhao.profiles.paper_kind import PaperKind
from duizhao.status import Status
from duizhao.text import value

SHORT_ALIAS = 2
MIN_FOLLOWED = 3
ASKED_OF_ALL = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)


@value
class Requirement:
    """A requirement of a campaign. `id` is that of the requirement table, `section` the kind of chapter it asks for."""

    id: str
    text: str
    source: str
    status: Status
    section: ChapterKind | None = None


@value
class ExpectedPart:
    """A part that a report is expected to have: one of `words` stands in its heading, or with `in_text` anywhere.

    `in_titles`: asked for only where the title has one of these words.
    """

    key: str
    name: str
    words: tuple[str, ...]
    asks: str
    source: str
    status: Status
    in_titles: tuple[str, ...] = ()
    in_text: bool = False


@value
class Profile:
    """A campaign: its name, the signs by which it is recognised, its aspects, sections and requirements.

    `signs` are words in a title or preamble that speak for this profile.
    `sections` are the kinds of chapters that it asks for, in order. A kind that a requirement names
    (`Requirement.section`) is asked for as firmly as that requirement is known.
    `kind` is the kind of paper that it is for; None for statements, of a person as well as of a team. `parts` are those
    of a report, which has no kinds of chapters.
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
    kind: PaperKind | None = None
    parts: tuple[ExpectedPart, ...] = ()

    @cached_property
    def names(self) -> AspectNames:
        """The names of its aspects, prepared when a statement is first read under this profile."""
        return AspectNames.from_aspects(self.aspects)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that its title and signs name: a statement of another year is of another campaign."""
        return frozenset(int(year) for year in re.findall(r"20\d\d", " ".join(self._words)))

    @cached_property
    def meetings(self) -> frozenset[str]:
        """The kinds of meeting that its title and signs name."""
        return meetings_of(" ".join(self._words))

    @cached_property
    def is_of_members(self) -> bool:
        """Whether its title names members as the authors: a committee is asked for other aspects."""
        return "党员个人" in self.title

    @property
    def _words(self) -> tuple[str, ...]:
        return (self.title, *self.signs)

    def named_in(self, headings: str) -> int:
        """The number of its aspects that the headings name. Counted for every profile and text, so no generator."""
        hits = 0
        for aspect in self.aspects:
            if aspect.name in headings:
                hits += 1
                continue
            for alias in aspect.aliases:
                if alias in headings and (
                    len(alias) > SHORT_ALIAS or self._stands_alone(alias, headings)
                ):
                    hits += 1
                    break
        return hits

    def _stands_alone(self, alias: str, headings: str) -> bool:
        """Whether a short alias stands anywhere outside a longer name: 政治能力 does not name 能力."""
        for aspect in self.aspects:
            for name in (aspect.name, *aspect.aliases):
                if alias in name and name != alias:
                    headings = headings.replace(name, "\n")
        return alias in headings

    def is_followed_by(self, headings: str) -> bool:
        """Do the headings name more than half of its aspects, and at least MIN_FOLLOWED?"""
        hits = self.named_in(headings)
        return hits >= MIN_FOLLOWED and hits * 2 > len(self.aspects)
