"""Whether a meeting may be held and counts: its season, who is present, who is rated excellent."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil

from duizhao.process.calendar import chinese_day
from duizhao.process.meeting_kind import MeetingKind
from duizhao.process.requirement import MeetingRequirement, Objection

FOURTH_QUARTER = (10, 11, 12)


def season_objection(kind: MeetingKind, meeting: date, has_consent: bool) -> Objection | None:
    """A meeting outside the fourth quarter without the superior's consent on file."""
    asked = kind.get("season")
    if asked is None or has_consent or meeting.month in FOURTH_QUARTER:
        return None
    when = chinese_day(meeting)
    return Objection(asked, f"{when}不在第四季度，提前或延期要有上级党组织同意的材料")


def quorum_objection(kind: MeetingKind, present: int, expected: int) -> Objection | None:
    """Too few present of those who must attend."""
    asked = kind.get("quorum")
    if asked is None or asked.least_share is None:
        return None
    if expected <= 0:
        return Objection(asked, "还没有列出应到会的人")
    needed = ceil(asked.least_share * expected)
    if present >= needed:
        return None
    share = _as_fraction(asked.least_share)
    return Objection(
        asked, f"应到会 {expected} 人，到会 {present} 人，不足 {share}，至少要 {needed} 人"
    )


def excellent_objection(kind: MeetingKind, excellent: int, rated: int) -> Objection | None:
    """Too many rated excellent in an appraisal."""
    asked = kind.get("appraisal")
    if asked is None or asked.most_share is None:
        return None
    allowed = int(asked.most_share * rated)
    if excellent <= allowed:
        return None
    share = _as_fraction(asked.most_share)
    return Objection(
        asked, f"参评 {rated} 人，评为优秀 {excellent} 人，超过 {share}，最多 {allowed} 人"
    )


def count_objection(requirement: MeetingRequirement, times: int) -> Objection | None:
    """Something done fewer times than it is asked for, such as the group study before a meeting."""
    if requirement.count is None or times >= requirement.count:
        return None
    return Objection(requirement, f"{requirement.text}：现有 {times} 次")


def _as_fraction(share: Fraction) -> str:
    return f"{share.numerator}/{share.denominator}"
