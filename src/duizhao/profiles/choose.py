"""Chooses the profile of a text by its title, opening and headings, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.errors import UnknownName
from duizhao.profiles.aspects import normalised
from duizhao.profiles.model import Profile
from duizhao.profiles.occasion import MEETINGS, Occasion, matter_of_its_own, with_digits
from duizhao.profiles.paper_kind import kind_of_report
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

# All aspects together weigh as much as six signs; a profile needs nearly all of its aspects, half of them
# beside a sign of the year, or two signs in the title.
WEIGHT_OF_ASPECTS = 6.0
ENOUGH_SIGNS = 2
FEW_ASPECTS = 3
OF_COMMITTEE = LazyPattern(
    "支委会|支部委员会|班子(?!成员)|党(?:总)?支部(?:20|二|专题|组织|对照|检视|自查)"
)


@value
class ProfileChoice:
    """The chosen profile, and the reason in words for the user."""

    profile: Profile
    why: str


def choose(
    known: Sequence[Profile], *, title: str, headings: Sequence[str], opening: str
) -> ProfileChoice:
    """The profile that fits best; the generic one if none fits.

    `headings` are the words of all headings without their markers, `opening` the first paragraph. A profile of another
    year or kind of meeting than the title names, or else the opening, is ruled out. A report goes to the profile of its
    kind.
    Raises UnknownName if no profile fits and `known` has none named generic.
    """
    if kind := kind_of_report(title, opening):
        own = next((each for each in known if each.kind is kind), None)
        if own:
            return ProfileChoice(own, f"标题写的是{kind.value}")
    joined = "\n".join(headings)
    best = _best(known, title, joined, opening)
    if best is None:
        plain = normalised(title), normalised(joined), normalised(opening)
        best = _best(known, *plain)
    if best is None:
        return ProfileChoice(_generic(known), _why_none(known, plain[0], plain[2]))
    return best


def _generic(known: Sequence[Profile]) -> Profile:
    for profile in known:
        if profile.id == "generic":
            return profile
    raise UnknownName("没有名为“generic”的活动模板；其他模板都不合适时要用它，请加上")


def _best(
    known: Sequence[Profile], title: str, headings: str, opening: str
) -> ProfileChoice | None:
    occasion = Occasion.from_words(title, opening)
    matter = matter_of_its_own(title, opening)
    title, clause = with_digits(title), with_digits(occasion.clause)
    best, highest = None, 0.0
    for profile in known:
        if not profile.signs and not profile.aspects:
            continue
        if occasion.is_other(profile.years, profile.meetings):
            continue
        if matter and not any(sign in matter for sign in profile.signs if sign not in MEETINGS):
            continue
        if profile.is_of_members and OF_COMMITTEE.search(title):
            continue
        signs: list[str] = []
        named: list[str] = []
        behind: list[str] = []
        # Most profiles have no sign in a text: one look at each sign is enough for them.
        for sign in profile.signs:
            if sign in title:
                signs.append(sign)
            elif sign in clause:
                named.append(sign)
                behind.append(sign)
            elif sign in opening:
                behind.append(sign)
        hits = profile.named_in(headings)
        share = hits / len(profile.aspects) if profile.aspects else 0.0
        score = WEIGHT_OF_ASPECTS * share + len(signs) + len(behind) / 2
        fits = len(signs) + len(named) >= ENOUGH_SIGNS or _fits_by_aspects(
            profile, hits, [*signs, *behind]
        )
        if fits and score > highest:
            best, highest = (profile, signs, behind, hits), score
    return ProfileChoice(best[0], _why(*best)) if best else None


def _fits_by_aspects(profile: Profile, hits: int, signs: Sequence[str]) -> bool:
    """Half of the aspects are enough beside a sign of the year; else all but one, since half stand in many a statement.

    Of FEW_ASPECTS all are needed.
    """
    count = len(profile.aspects)
    if hits < 2 or hits * 2 < count:
        return False
    least = count if count <= FEW_ASPECTS else count - 1
    return hits >= least or any(sign not in MEETINGS for sign in signs)


def _why_none(known: Sequence[Profile], title: str, opening: str) -> str:
    if matter := matter_of_its_own(title, opening):
        return f"没有{matter}的活动模板，按通用要求检查"
    occasion = Occasion.from_words(title, opening)
    if occasion.years and all(
        occasion.is_other(each.years, each.meetings) for each in known if each.signs
    ):
        meeting = "、".join(sorted(occasion.meetings)) or "会议"
        return f"没有{max(occasion.years)}年{meeting}的活动模板，按通用要求检查"
    return "标题、开头和小标题都没有指明专题，按通用要求检查"


def _why(profile: Profile, signs: list[str], behind: list[str], hits: int) -> str:
    reasons = []
    if signs:
        reasons.append("标题中有" + "".join(f"“{sign}”" for sign in signs))
    if behind:
        reasons.append("开头中有" + "".join(f"“{sign}”" for sign in behind))
    if hits:
        reasons.append(f"小标题对上 {len(profile.aspects)} 个方面中的 {hits} 个")
    return "；".join(reasons)
