"""How the rules for logging in change."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from duizhao.web.accounts.actions.administered import keeps_whole_tree
from duizhao.web.accounts.models import Person, SecurityPolicy
from duizhao.web.accounts.models.policy import ONE
from duizhao.web.audit.actions import record
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct


@transaction.atomic
def save_policy(*, by: Person, roles_with_code: Iterable[str], **numbers: int) -> SecurityPolicy:
    """Set what is asked of everybody. Raises RefusedAct."""
    if not keeps_whole_tree(by, str(PersonRole.SECURITY)):
        raise RefusedAct("登录的规矩全站一个，由最上级单位的安全管理员定")
    policy, _ = SecurityPolicy.objects.update_or_create(
        pk=ONE, defaults={"roles_with_code": sorted(roles_with_code), **numbers}
    )
    record(actor=by, act="accounts.save_policy", kind="policy", key=ONE)
    return policy
