"""The people of a unit and its departments."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.process import Standing
from duizhao.web.accounts.models import NAME_CHARACTERS, Unit
from duizhao.web.random_key import KEY_CHARACTERS, random_key

STANDING_CHARACTERS = 20
STANDINGS = tuple((each.name.lower(), each.value) for each in Standing)
"""The standings of `duizhao.process` as the values of a column."""


def standings() -> tuple[tuple[str, str], ...]:
    """The choices of a column, asked for as a function: a new standing changes no migration."""
    return STANDINGS


class Department(models.Model):
    """A department of a unit. `overseer` is the leader in charge of it (分管)."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="departments")
    name = models.CharField("科室", max_length=NAME_CHARACTERS)
    overseer = models.ForeignKey(
        "StaffMember", models.SET_NULL, null=True, related_name="oversees", verbose_name="分管领导"
    )

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint("unit", "name", name="department_in_unit"),)

    def __str__(self) -> str:
        return self.name


class StaffMember(models.Model):
    """Somebody of a unit. `account` is set where this person can log in, `left_on` from the day of leaving the unit."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="staff")
    position = models.PositiveIntegerField(default=0)
    name = models.CharField("姓名", max_length=NAME_CHARACTERS)
    duty = models.CharField("职务", max_length=NAME_CHARACTERS, blank=True)
    standing = models.CharField("身份", max_length=STANDING_CHARACTERS, choices=standings)
    department = models.ForeignKey(
        Department, models.SET_NULL, null=True, related_name="staff", verbose_name="科室"
    )
    branch = models.CharField("所在党支部", max_length=NAME_CHARACTERS, blank=True)
    branch_duty = models.CharField("支部职务", max_length=NAME_CHARACTERS, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="staff_member"
    )
    left_on = models.DateField("离开日期", null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name
