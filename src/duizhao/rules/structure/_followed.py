"""Another campaign whose aspects a statement follows throughout."""

from __future__ import annotations

from duizhao.document import Section
from duizhao.lint import Reading
from duizhao.profiles import Profile, shipped
from duizhao.rules.structure._aspects import unmatched_parts

FEWEST = 3


def followed_campaign(reading: Reading) -> tuple[Profile, list[Section]] | None:
    """The campaign that most parts of the problems name the aspects of, with these parts; None if its own is followed.

    Of several it is the one that names most of the parts, and of these the one of a year of its own.
    """
    own = reading.profile
    strangers = unmatched_parts(reading) if own.aspects else []
    if len(strangers) < FEWEST or len(reading.statement.aspects) * 2 > len(strangers):
        return None
    best: tuple[tuple[int, bool], Profile, list[Section]] | None = None
    for profile in shipped().all():
        if profile.id == own.id or not profile.aspects:
            continue
        named = [part for part in strangers if _names(profile, reading.of(part.heading.title))]
        rank = len(named), not profile.years.isdisjoint(own.years)
        if len(named) >= FEWEST and (best is None or rank > best[0]):
            best = rank, profile, named
    return best[1:] if best else None


def _names(profile: Profile, title: str) -> bool:
    return bool(profile.names.find(title))
