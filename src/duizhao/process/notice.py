"""The notice of the superior organisation, which may change any requirement for one meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from duizhao.errors import UnknownName
from duizhao.process.meeting_kind import MeetingKind
from duizhao.process.requirement import DateWindow, MeetingRequirement
from duizhao.status import Status


@dataclass(frozen=True, slots=True)
class Override:
    """The change of one requirement by a notice. A field that is None stays; `is_waived` drops the requirement."""

    requirement: str
    is_waived: bool = False
    text: str | None = None
    window: DateWindow | None = None
    count: int | None = None
    least_share: Fraction | None = None
    most_share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice by its title and number, with its changes. It binds: a requirement that it changes is verified."""

    title: str
    number: str = ""
    overrides: tuple[Override, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.title}（{self.number}）" if self.number else self.title


def under_notice(kind: MeetingKind, notice: Notice | None) -> MeetingKind:
    """The kind of meeting as it is for one meeting under `notice`.

    Raises UnknownName where the notice changes a requirement that this kind does not have.
    """
    if notice is None:
        return kind
    overrides = {each.requirement: each for each in notice.overrides}
    known = {each.id for each in kind.requirements}
    if strangers := [id for id in overrides if id not in known]:
        raise UnknownName(
            f"{kind.name}没有名为“{strangers[0]}”的要求。现有：{'、'.join(sorted(known))}"
        )
    return replace(kind, requirements=tuple(_changed(kind.requirements, overrides, notice)))


def _changed(
    requirements: Iterable[MeetingRequirement], overrides: dict[str, Override], notice: Notice
) -> Iterable[MeetingRequirement]:
    for each in requirements:
        override = overrides.get(each.id)
        if override is None:
            yield each
        elif not override.is_waived:
            yield replace(
                each,
                source=notice.name,
                status=Status.VERIFIED,
                is_firm=True,
                text=override.text or each.text,
                window=override.window or each.window,
                count=each.count if override.count is None else override.count,
                least_share=override.least_share or each.least_share,
                most_share=override.most_share or each.most_share,
            )
