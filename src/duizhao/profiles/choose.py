"""Tells from a text which campaign it belongs to, and says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.profiles.aspects import normalised
from duizhao.profiles.model import Profile

# All aspects together weigh as much as six signs; a profile needs half of its aspects, or two signs in the title.
ASPECTS = 6.0
ENOUGH = 2.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The profile chosen and why, in words for the user."""

    profile: Profile
    why: str


def choose(
    known: Sequence[Profile], *, title: str, headings: Sequence[str], opening: str
) -> Choice:
    """The profile that fits best; the generic one where nothing speaks for any.

    `headings` are the words of all headings without their markers, `opening` the first paragraph.
    Raises StopIteration where `known` has no profile named generic.
    """
    joined = "\n".join(headings)
    best = _best(known, title, joined, opening)
    if best is None:
        best = _best(known, *map(normalised, (title, joined, opening)))
    if best is None:
        generic = next(profile for profile in known if profile.id == "generic")
        return Choice(generic, "标题、开头和小标题都没有指明专题，按通用要求检查")
    return best


def _best(known: Sequence[Profile], title: str, headings: str, opening: str) -> Choice | None:
    best, highest = None, 0.0
    for profile in known:
        if not profile.signs and not profile.aspects:
            continue
        signs = [sign for sign in profile.signs if sign in title]
        behind = [s for s in profile.signs if s not in signs and s in opening]
        hits = _named(profile, headings)
        share = hits / len(profile.aspects) if profile.aspects else 0.0
        score = ASPECTS * share + len(signs) + len(behind) / 2
        fits = len(signs) >= ENOUGH or (share >= 0.5 and hits > 1)
        if fits and score > highest:
            best, highest = (profile, signs, behind, hits), score
    return Choice(best[0], _why(*best)) if best else None


def _named(profile: Profile, headings: str) -> int:
    """How many aspects the headings name; asked of every profile for every text, hence no generator."""
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
