"""Which talks there are, for the person who asks. What was said is asked for in one place alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from duizhao.process import Coverage, Participant, RequiredTalk, Standing, required_talks
from duizhao.web.meetings.models import Dossier, MeetingPart
from duizhao.web.meetings.requirements import kind_of
from duizhao.web.person_role import PersonRole
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks.access import TABLE
from duizhao.web.talks.models import Talk, TalkAgreement, TalkRecord

WHOLE = (str(PersonRole.CLERK), str(PersonRole.REVIEWER))
"""The roles that see the whole matrix of the meetings that they reach."""
OUTSIDE = frozenset((Coverage.OVERSEEN, Coverage.SAME_BRANCH))
"""The rules that ask for talks with people who do not attend the meeting."""


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act."""
    return TABLE.limit(act, person, Dossier.objects.select_related("unit", "batch"))


def talks(person: Any, act: str) -> QuerySet[Talk]:
    """The talks on which `person` has an act."""
    return TABLE.limit(act, person, Talk.objects.select_related("dossier__batch", "one", "other"))


def agreements(person: Any, act: str) -> QuerySet[TalkAgreement]:
    """The agreements on which `person` has an act."""
    return TABLE.limit(act, person, TalkAgreement.objects.select_related("talk__dossier", "row"))


def record_of(person: Any, talk: Talk) -> TalkRecord | None:
    """What was said in a talk, if `person` may see it and something was written."""
    return TalkRecord.objects.filter(talk=talk).first() if may_see_words(person, talk) else None


def may_see_words(person: Any, talk: Talk) -> bool:
    """Whether this person may see what was said in a talk."""
    return talks(person, "record").filter(pk=talk.pk).exists()


def own_member(person: Any, dossier: Dossier) -> StaffMember | None:
    """The entry on the roster of somebody who sees the own talks alone; None for whoever sees the whole matrix."""
    by_role = TABLE.acts["talks"]
    whole = [by_role[role] for role in WHOLE if role in person.roles]
    here = Dossier.objects.filter(pk=dossier.pk)
    if any(here.filter(scope.limit(person)).exists() for scope in whole):
        return None
    return StaffMember.objects.filter(account=person, unit=dossier.unit_id).first()


def rosters() -> Prefetch[str]:
    """What `members` reads of a meeting: for many meetings it is read at once."""
    return Prefetch("unit__staff", StaffMember.objects.select_related("department"))


def members(dossier: Dossier) -> list[StaffMember]:
    """The people of the unit's roster who can have a talk before this meeting."""
    prefetch_related_objects([dossier], rosters())
    here = {each.member_id for each in dossier.attendees.all()}
    return [each for each in dossier.unit.staff.all() if each.left_on is None or each.pk in here]


def participants(dossier: Dossier, staff: Iterable[StaffMember]) -> list[Participant]:
    """The people among whom talks are asked for: those who are expected, and whom the kind of meeting also names."""
    standing_at = {
        each.member_id: each.standing
        for each in dossier.attendees.all()
        if each.member_id and each.part == MeetingPart.EXPECTED
    }
    kind = kind_of(dossier)
    outside = {
        each
        for rule in (kind.talks if kind else ())
        if rule.coverage in OUTSIDE
        for each in rule.other
    }
    found = []
    for member in staff:
        standing = Standing[(standing_at.get(member.pk) or member.standing).upper()]
        if member.pk not in standing_at and (standing not in outside or member.left_on):
            continue
        overseer = member.department.overseer_id if member.department else None
        found.append(Participant(member.pk, member.name, standing, overseer or "", member.branch))
    return found


def required(dossier: Dossier, staff: Iterable[StaffMember]) -> tuple[RequiredTalk, ...]:
    """The talks that this kind of meeting asks for among the people of the roster."""
    kind = kind_of(dossier)
    return required_talks(kind.talks, participants(dossier, staff)) if kind else ()


def not_on_roster(dossier: Dossier) -> list[str]:
    """The names of those who are expected and stand on no roster: no talk can be asked of them."""
    missing = dossier.attendees.filter(part=MeetingPart.EXPECTED, member=None)
    return list(missing.values_list("name", flat=True))
