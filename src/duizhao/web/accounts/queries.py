"""Who there is, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from duizhao.web.accounts.access import TABLE
from duizhao.web.accounts.models import (
    DELEGATED_ROLES,
    AccountRequest,
    Delegation,
    Grant,
    Invitation,
    Person,
    SecondFactor,
    SecurityPolicy,
    Unit,
)
from duizhao.web.accounts.time_codes import hash_of
from duizhao.web.person_role import ADMINISTRATORS, PersonRole

DESK_USERNAME, DESK_UNIT = "desk", "本单位"
DESK_ROLES = (PersonRole.CLERK, PersonRole.REVIEWER)


def units(person: Any, act: str) -> QuerySet[Unit]:
    """The units on which `person` has an act, by their names."""
    active = Person.objects.filter(unit=OuterRef("pk"), is_active=True).order_by().values("unit")
    # A subquery for each unit that is shown: a page has few of many.
    counted = Unit.objects.annotate(
        active=Coalesce(Subquery(active.annotate(number=Count("pk")).values("number")), 0)
    )
    return TABLE.limit(act, person, counted.select_related("parent").order_by("pk"))


def people(person: Any, act: str) -> QuerySet[Person]:
    """The people on whom `person` has an act: those who can log in first."""
    known = Person.objects.select_related("unit").prefetch_related("grants__unit")
    return TABLE.limit(act, person, known.order_by("-is_active", "unit_id", "pk"))


def grants(person: Any, act: str) -> QuerySet[Grant]:
    """The grants on which `person` has an act."""
    return TABLE.limit(act, person, Grant.objects.select_related("person", "unit"))


def same_names(person: Any, act: str) -> QuerySet[Person]:
    """Administrators and others who can log in and have one name: perhaps somebody with two accounts."""
    working = Person.objects.filter(is_active=True, grants__isnull=False)
    administrators = working.filter(grants__role__in=ADMINISTRATORS)
    others = working.filter(name=OuterRef("name")).exclude(pk=OuterRef("pk"))
    twice = administrators.filter(Exists(others)).values("name")
    return people(person, act).filter(is_active=True, name__in=twice).order_by("name", "pk")


def own_delegations(person: Any) -> QuerySet[Delegation]:
    """What one has let others do, and what one may do for others, as long as it holds or will."""
    return Delegation.objects.open().filter(Q(giver=person) | Q(taker=person))


def delegations(person: Any, act: str) -> QuerySet[Delegation]:
    """The open delegations on which `person` has an act."""
    return TABLE.limit(act, person, Delegation.objects.open())


def likely_takers(person: Any) -> QuerySet[Person]:
    """Those who may act for somebody: colleagues who can log in and are no administrators."""
    colleagues = Person.objects.filter(unit=person.unit, is_active=True).exclude(pk=person.pk)
    return colleagues.exclude(grants__role__in=ADMINISTRATORS).order_by("name")


def delegable_grants(person: Any) -> QuerySet[Grant]:
    """The roles in which somebody may let another act."""
    return person.grants.filter(role__in=DELEGATED_ROLES).select_related("unit")


def invitations(person: Any, act: str) -> QuerySet[Invitation]:
    """The slips that still let somebody in, the first to expire first."""
    return TABLE.limit(act, person, Invitation.objects.open().order_by("expires_at", "pk"))


def invitation_of(code: str) -> Invitation | None:
    """The open invitation with this code."""
    return Invitation.objects.open().filter(hash=hash_of(code)).first()


def account_requests(person: Any) -> QuerySet[AccountRequest]:
    """Who should get an account, and was not given one yet, of the units where somebody makes accounts."""
    known = AccountRequest.objects.filter(
        done_at=None, unit__in=units(person, "add_unit").values("pk")
    )
    return known.select_related("unit").order_by("unit_id", "pk")


def uninvited(person: Any, act: str) -> QuerySet[Person]:
    """Those who have not set a password of their own and have no slip that is still good."""
    known = people(person, act).filter(is_active=True, password_changed_at=None, last_login=None)
    return known.exclude(pk__in=Invitation.objects.open().values("person"))


def without_role(person: Any, act: str) -> QuerySet[Person]:
    """Those who can log in and do nothing."""
    return people(person, act).filter(is_active=True, grants=None)


def has_second_factor(person: Any) -> bool:
    """Whether somebody is asked for the code of an authenticator app."""
    return SecondFactor.objects.filter(person=person).exclude(confirmed_at=None).exists()


def without_factor(person: Any, act: str, policy: SecurityPolicy) -> QuerySet[Person]:
    """Those whom the policy asks for a code and who have not set one up yet."""
    needed = Q(grants__role__in=policy.roles_with_code, is_active=True)
    lacking = people(person, act).filter(needed).exclude(second_factor__confirmed_at__isnull=False)
    return lacking.distinct()


def has_people() -> bool:
    """Whether anybody can be let in: the person of a desk, who has no password, does not count."""
    return Person.objects.exclude(username=DESK_USERNAME).exists()


def desk_person() -> Person:
    """The one person of a desk, made on first use."""
    found = Person.objects.filter(username=DESK_USERNAME).exclude(unit=None).first()
    return found or _make_desk_person()


@transaction.atomic
def _make_desk_person() -> Person:
    person, is_new = Person.objects.get_or_create(username=DESK_USERNAME, defaults={"name": "本机"})
    if is_new:
        person.set_unusable_password()
    if person.unit is None:
        person.unit = Unit.objects.create(name=DESK_UNIT)
    person.save()
    person.grants.filter(unit=None).delete()
    for role in DESK_ROLES:
        Grant.objects.get_or_create(person=person, role=role, unit=person.unit)
    return person
