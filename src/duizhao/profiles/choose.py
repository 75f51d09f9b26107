"""First draft, being replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.profiles.model import Profile


@dataclass(frozen=True, slots=True)
class Choice:
    """The profile chosen and why, in words for the user."""

    profile: Profile
    why: str


def choose(
    known: Sequence[Profile], *, title: str, headings: Sequence[str], opening: str
) -> Choice:
    generic = next(profile for profile in known if profile.id == "generic")
    return Choice(generic, "没有认出专题，按通用要求检查")
