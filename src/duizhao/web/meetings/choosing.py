"""Whom a meeting is for, as the roster has it: the team, or the members of a branch."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.api.roster_table import standing_in_branch
from duizhao.process import Standing
from duizhao.web.accounts.models import Unit
from duizhao.web.roster.models import StaffMember

OF_BRANCH = frozenset(("branch-life", "branch-life-appraisal", "appraisal"))
"""The kinds of meeting that a branch holds."""
TEAM = ("head", "member")


def expected_at(unit: Unit, kind: str, branch: str = "") -> Iterator[tuple[StaffMember, str]]:
    """Those of a unit who must attend such a meeting, each with the standing that counts there."""
    staff = unit.staff.filter(left_on=None)
    if kind not in OF_BRANCH:
        team = sorted(staff.filter(standing__in=TEAM), key=lambda each: TEAM.index(each.standing))
        yield from ((member, member.standing) for member in team)
        return
    for member in staff.filter(branch=branch).exclude(standing=Standing.OTHER.name.lower()):
        yield member, branch_standing(member)


def branch_standing(member: StaffMember) -> str:
    """The standing of somebody in their branch, by the duty that they have there."""
    return standing_in_branch(member.branch_duty).name.lower()


def branches_of(unit: Unit) -> list[str]:
    """The branches that the roster of a unit names."""
    return sorted(
        set(unit.staff.filter(left_on=None).exclude(branch="").values_list("branch", flat=True))
    )
