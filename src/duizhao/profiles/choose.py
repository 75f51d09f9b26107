"""Chooses the profile of a text by its title, opening and headings, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.errors import UnknownName
from duizhao.profiles.aspects import normalised
from duizhao.profiles.model import Profile

# All aspects together weigh as much as six signs; a profile needs half of its aspects, or two signs in the title.
WEIGHT_OF_ASPECTS = 6.0
ENOUGH_SIGNS = 2.0


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """The chosen profile, and the reason in words for the user."""

    profile: Profile
    why: str


def choose(
    known: Sequence[Profile], *, title: str, headings: Sequence[str], opening: str
) -> ProfileChoice:
    """The profile that fits best; the generic one if none fits.

    `headings` are the words of all headings without their markers, `opening` the first paragraph.
    Raises UnknownName if no profile fits and `known` has none named generic.
    """
    joined = "\n".join(headings)
    best = _best(known, title, joined, opening)
    if best is None:
        best = _best(known, *map(normalised, (title, joined, opening)))
    if best is None:
        return ProfileChoice(_generic(known), "标题、开头和小标题都没有指明专题，按通用要求检查")
    return best


def _generic(known: Sequence[Profile]) -> Profile:
    for profile in known:
        if profile.id == "generic":
            return profile
    raise UnknownName("没有名为“generic”的活动模板；其他模板都不合适时要用它，请加上")


def _best(
    known: Sequence[Profile], title: str, headings: str, opening: str
) -> ProfileChoice | None:
    best, highest = None, 0.0
    for profile in known:
        if not profile.signs and not profile.aspects:
            continue
        signs = [sign for sign in profile.signs if sign in title]
        behind = [s for s in profile.signs if s not in signs and s in opening]
        hits = _named(profile, headings)
        share = hits / len(profile.aspects) if profile.aspects else 0.0
        score = WEIGHT_OF_ASPECTS * share + len(signs) + len(behind) / 2
        fits = len(signs) >= ENOUGH_SIGNS or (share >= 0.5 and hits > 1)
        if fits and score > highest:
            best, highest = (profile, signs, behind, hits), score
    return ProfileChoice(best[0], _why(*best)) if best else None


def _named(profile: Profile, headings: str) -> int:
    """The number of aspects that the headings name. Counted for every profile and text, so no generator."""
    hits = 0
    for aspect in profile.aspects:
        if aspect.name in headings:
            hits += 1
            continue
        for alias in aspect.aliases:
            if alias in headings:
                hits += 1
                break
    return hits


def _why(profile: Profile, signs: list[str], behind: list[str], hits: int) -> str:
    reasons = []
    if signs:
        reasons.append("标题中有" + "".join(f"“{sign}”" for sign in signs))
    if behind:
        reasons.append("开头中有" + "".join(f"“{sign}”" for sign in behind))
    if hits:
        reasons.append(f"小标题对上 {len(profile.aspects)} 个方面中的 {hits} 个")
    return "；".join(reasons)
