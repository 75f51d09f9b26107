"""The kinds of meeting, each with the requirements and talks that it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from duizhao.process.requirement import MeetingRequirement
from duizhao.process.talks import TalkRule
from duizhao.status import Status


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """A kind of meeting: who must attend, in which order it goes, what may call it, what is required around it."""

    id: str
    name: str
    attendees: str
    source: str
    status: Status
    requirements: tuple[MeetingRequirement, ...]
    talks: tuple[TalkRule, ...] = ()
    agenda: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()

    def get(self, id: str) -> MeetingRequirement | None:
        """The requirement with this id; None where this kind of meeting does not have it."""
        return next((each for each in self.requirements if each.id == id), None)
