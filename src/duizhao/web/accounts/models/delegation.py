"""For whom somebody acts, and how long."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from duizhao.web.accounts.models.people import ROLE_CHARACTERS, Grant, Person, Unit
from duizhao.web.person_role import PersonRole

DELEGATED_ROLES = (PersonRole.CLERK, PersonRole.REVIEWER)
"""The others are about what one writes or attends oneself, or are those of administrators."""


class DelegationQuerySet(models.QuerySet["Delegation"]):
    """Delegations, which hold only while their giver has the role."""

    def open(self) -> DelegationQuerySet:
        """Those that hold now or will."""
        role = Grant.objects.filter(
            person=OuterRef("giver"), role=OuterRef("role"), unit=OuterRef("unit")
        )
        both = Q(giver__is_active=True, taker__is_active=True)
        ahead = self.filter(both, Exists(role), ended_at=None, last_day__gte=timezone.localdate())
        return ahead.select_related("giver", "taker", "unit").order_by("first_day", "pk")

    def running(self, taker: Person) -> DelegationQuerySet:
        """Those under which somebody may act today."""
        return self.open().filter(taker=taker, first_day__lte=timezone.localdate())


class Delegation(models.Model):
    """A role of one person in one unit, in which another acts from one day to another."""

    giver = models.ForeignKey(Person, models.CASCADE, related_name="given_delegations")
    taker = models.ForeignKey(Person, models.CASCADE, related_name="taken_delegations")
    role = models.CharField("角色", max_length=ROLE_CHARACTERS, choices=PersonRole)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="delegations")
    first_day = models.DateField("从哪天")
    last_day = models.DateField("到哪天")
    ended_at = models.DateTimeField(null=True)

    objects = DelegationQuerySet.as_manager()

    @property
    def is_running(self) -> bool:
        """Whether its first day has come."""
        day: date = self.first_day
        return day <= timezone.localdate()
