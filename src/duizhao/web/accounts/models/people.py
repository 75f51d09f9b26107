"""Units, people and grants."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from duizhao.web.accounts.unit_tree import UnitTree
from duizhao.web.person_role import PersonRole

NAME_CHARACTERS, USERNAME_CHARACTERS = 100, 40
ROLE_CHARACTERS = 16
ACTS_FOR = " 代 "


class Unit(models.Model):
    """An organisation or a part of one."""

    name = models.CharField("名称", max_length=NAME_CHARACTERS)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="上级"
    )

    class Meta:
        constraints = (models.UniqueConstraint("parent", "name", name="unit_name_in_parent"),)

    def __str__(self) -> str:
        return self.name


class Person(AbstractBaseUser):
    """Somebody who works here. On the desk there is one, without a password."""

    username = models.CharField("账号", max_length=USERNAME_CHARACTERS, unique=True)
    name = models.CharField("姓名", max_length=NAME_CHARACTERS)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="people", verbose_name="单位"
    )
    is_active = models.BooleanField("可以登录", default=True)
    has_first_password = models.BooleanField("还用初始密码", default=False)
    password_changed_at = models.DateTimeField("本人改密码的时间", null=True)
    last_day = models.DateField("用到哪天", null=True)

    USERNAME_FIELD = "username"
    objects = BaseUserManager()
    delegation: Any = None
    """Under which delegation this request acts; None where somebody acts for oneself."""

    def __str__(self) -> str:
        return self.name

    @property
    def signature(self) -> str:
        """Who acts, as the audit keeps it: with a delegation also for whom."""
        giver = self.delegation.giver.username if self.delegation else ""
        return f"{self.username}{ACTS_FOR}{giver}" if giver else self.username

    @property
    def signed_name(self) -> str:
        """The name that stands where somebody did something; with a delegation also for whom."""
        giver = self.delegation.giver.name if self.delegation else ""
        return f"{self.name}{ACTS_FOR}{giver}"[:NAME_CHARACTERS] if giver else self.name

    @property
    def hands(self) -> frozenset[int]:
        """This person, and with a delegation the giver: as one where the one who does is not the one who checks."""
        giver = self.delegation.giver_id if self.delegation else self.pk
        return frozenset((self.pk, giver))

    @cached_property
    def units_by_role(self) -> dict[str, set[int | None]]:
        """The units in which this person has each role, read once a request; with a delegation that role alone."""
        if self.delegation:
            return {self.delegation.role: {self.delegation.unit_id}}
        found: dict[str, set[int | None]] = {}
        for role, unit in self.grants.values_list("role", "unit"):
            found.setdefault(role, set()).add(unit)
        return found

    @property
    def roles(self) -> frozenset[str]:
        """The roles that this person has anywhere."""
        return frozenset(self.units_by_role)

    def units_below(self, role: str) -> frozenset[int]:
        """The units in which this person has a role, and all below them."""
        held = self.units_by_role.get(role)
        return self._tree.below(held) if held else frozenset()

    def stands_over_all(self, role: str) -> bool:
        """Whether there is no unit in which this person has not a role, or above it."""
        return 0 < len(self.units_below(role)) == self._tree.count

    @cached_property
    def _tree(self) -> UnitTree:
        return UnitTree.from_pairs(Unit.objects.values_list("pk", "parent"))


class Grant(models.Model):
    """A role of a person in a unit."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="grants", verbose_name="人员")
    role = models.CharField("角色", max_length=ROLE_CHARACTERS, choices=PersonRole)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="grants", verbose_name="单位"
    )

    class Meta:
        constraints = (models.UniqueConstraint("person", "role", "unit", name="grant_once"),)
