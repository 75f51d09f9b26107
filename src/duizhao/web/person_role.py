"""The roles that people have on the site."""

from __future__ import annotations

from django.db import models


class PersonRole(models.TextChoices):
    """What somebody does in a unit. The three administrators see no content."""

    CLERK = "clerk", "经办人"
    AUTHOR = "author", "撰写人"
    MEMBER = "member", "与会人员"
    REVIEWER = "reviewer", "审核人"
    SYSTEM = "system", "系统管理员"
    SECURITY = "security", "安全管理员"
    AUDIT = "audit", "审计管理员"


ADMINISTRATORS: frozenset[str] = frozenset(
    map(str, (PersonRole.SYSTEM, PersonRole.SECURITY, PersonRole.AUDIT))
)
WORKERS = frozenset(PersonRole) - ADMINISTRATORS
