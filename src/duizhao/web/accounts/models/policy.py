"""What the security administrator asks of everybody who logs in."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

ONE = 1


class SecurityPolicy(models.Model):
    """How people log in, and for how long. There is one row, or none while nobody has changed anything."""

    roles_with_code = models.JSONField("要手机验证码的角色", default=list)
    password_characters = models.PositiveSmallIntegerField("密码至少几个字", default=10)
    kept_passwords = models.PositiveSmallIntegerField("不能和前几个密码相同", default=3)
    password_days = models.PositiveSmallIntegerField("密码最多用几天", default=0)
    idle_minutes = models.PositiveSmallIntegerField("多少分钟不用就退出", default=60)
    session_hours = models.PositiveSmallIntegerField("登录最多几小时", default=9)

    @classmethod
    def current(cls) -> SecurityPolicy:
        """What holds now."""
        return cls.objects.filter(pk=ONE).first() or cls(pk=ONE)

    def asks_code_of(self, roles: Iterable[str]) -> bool:
        """Whether who has one of these roles needs a second factor."""
        return not set(self.roles_with_code).isdisjoint(roles)
