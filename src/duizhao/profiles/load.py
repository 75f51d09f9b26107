"""First draft, being replaced."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from duizhao.errors import UnknownName
from duizhao.profiles.model import Profile, Status


@dataclass(frozen=True)
class Profiles:
    """Profiles by id."""

    by_id: dict[str, Profile]

    def all(self) -> tuple[Profile, ...]:
        return tuple(self.by_id.values())

    def named(self, id: str) -> Profile:
        if id not in self.by_id:
            raise UnknownName(f"没有名为“{id}”的活动模板")
        return self.by_id[id]


@cache
def shipped() -> Profiles:
    return Profiles({"generic": Profile("generic", "通用", "", Status.VERIFIED)})
