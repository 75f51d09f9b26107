"""Another campaign whose aspects a statement follows throughout."""

from __future__ import annotations

from duizhao.document import Section
from duizhao.lint import Reading
from duizhao.profiles import Profile, shipped
from duizhao.rules.structure._aspects import likeness, parts, unmatched_parts

FEWEST = 3
MOST_ASPECTS = 12
"""So many parts are compared with whole names of aspects; no campaign has more."""
LONG_NAME = 9
ALMOST_WHOLE = 0.85
"""The share of an aspect's characters in a title that names it whole, with 带头 or a word left out or changed."""


def followed_campaign(reading: Reading) -> tuple[Profile, list[Section]] | None:
    """The campaign that most parts of the problems name the aspects of, with these parts; None if its own is followed.

    Of several it is the one that names most of the parts, and of these the one of a year of its own.
    """
    own = reading.profile
    strangers = unmatched_parts(reading) if own.aspects else []
    if strangers and (whole := _named_whole(reading)):
        return whole
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


def _named_whole(reading: Reading) -> tuple[Profile, list[Section]] | None:
    """The campaign whose aspects at least three parts, and most of all, name by their whole names.

    Some have words of an aspect of the own campaign, 增强党性 or 管党治党, and pass for it.
    """
    listed = parts(reading)[:MOST_ASPECTS]
    titles = [reading.of(part.heading.title) for part in listed]
    own = {title: _likest(reading.profile, title) for title in titles}
    if sum(share < ALMOST_WHOLE for share in own.values()) < FEWEST:
        return None
    for profile in reversed(shipped().all()):
        if profile.id == reading.profile.id:
            continue
        named = [
            part
            for part, title in zip(listed, titles, strict=True)
            if (share := _likest(profile, title)) >= ALMOST_WHOLE and share > own[title]
        ]
        if len(named) >= FEWEST and len(named) * 2 > len(listed):
            return profile, named
    return None


def _likest(profile: Profile, title: str) -> float:
    """How much of the long name of one of its aspects stands in a title, at most."""
    return max(
        (likeness(each.name, title) for each in profile.aspects if len(each.name) >= LONG_NAME),
        default=0.0,
    )
