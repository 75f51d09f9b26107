"""What each of the three administrators does, and what waits for them: units, people and logins, never content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from duizhao.web.accounts import queries
from duizhao.web.accounts.actions import throttling
from duizhao.web.accounts.actions.administered import (
    gives_roles,
    keeps_whole_tree,
    kept_roles,
)
from duizhao.web.accounts.models import SecurityPolicy
from duizhao.web.person_role import PersonRole


@dataclass(frozen=True, slots=True)
class Duty:
    """What an administrator does on one page: the name of its address, its title, and what is done there."""

    page: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an administrator should do now, and the name of the page for it."""

    page: str
    words: str


DUTIES: dict[str, tuple[Duty, ...]] = {
    str(PersonRole.SYSTEM): (
        Duty("accounts:units", "单位", "加下属单位、改名；点开一个单位，加人员、印邀请条"),
        Duty("accounts:people", "人员", "重设密码、停用、改姓名、登记调动和离开"),
        Duty(
            "accounts:invitations", "邀请条", "给名册上请开账号的人开账号；看谁还没用，作废、重印"
        ),
    ),
    str(PersonRole.SECURITY): (
        Duty("accounts:people", "人员", "给角色、收角色、解锁、重设手机验证码、结束登录"),
        Duty(
            "accounts:security",
            "登录的规矩",
            "谁要设手机验证码，密码多久换、多久不用要重新登录，看谁在替谁办",
        ),
        Duty(
            "archive:removals", "到期销毁", "批准经办人提出的销毁，只看得到是哪个单位哪一年的哪种会"
        ),
        Duty("accounts:units", "单位", "看有哪些单位"),
    ),
    str(PersonRole.AUDIT): (
        Duty(
            "audit:entries",
            "操作记录",
            "看谁在什么时候做了什么，核对有没有被改过；校验码每月抄下，存在别处",
        ),
    ),
}
NO_SECURITY = "还没有管全部单位的安全管理员：角色现在由系统管理员代给，请尽快设一名"
NO_AUDIT = "还没有管全部单位的审计管理员：请设一名，由他核对操作记录"


def duties(person: Any) -> list[tuple[str, tuple[Duty, ...]]]:
    """For each administrator's role that somebody has: its name, and what is done in it."""
    return [
        (PersonRole(role).label, found) for role, found in DUTIES.items() if role in person.roles
    ]


def waiting(person: Any) -> list[Waiting]:
    """What waits for an administrator, in the order in which it keeps others from working."""
    found: list[Waiting] = []
    if PersonRole.SYSTEM in person.roles:
        found += _for_system(person)
    if PersonRole.SECURITY in person.roles:
        found += _for_security(person)
    return found


def _for_system(person: Any) -> Iterator[Waiting]:
    yield from _lacking(person, str(PersonRole.SYSTEM))
    if number := queries.account_requests(person).count():
        yield Waiting("accounts:invitations", f"名册上有 {number} 人请开账号")
    if number := queries.uninvited(person, "invite").exclude(pk=person.pk).count():
        yield Waiting("accounts:invitations", f"{number} 人还没进来过，手上也没有邀请条")
    if gives_roles(person):
        yield from _without_role(person)


def _for_security(person: Any) -> Iterator[Waiting]:
    yield from _lacking(person, str(PersonRole.SECURITY))
    yield from _without_role(person)
    policy = SecurityPolicy.current()
    if number := queries.without_factor(person, "people", policy).count():
        yield Waiting("accounts:security", f"{number} 人要设手机验证码、还没设")
    if number := len(throttling.locked_addresses()):
        yield Waiting("accounts:security", f"{number} 个网络地址输错太多，那里的人在等")


def _lacking(person: Any, role: str) -> Iterator[Waiting]:
    """The administrators that the site lacks, for whoever gives roles."""
    if not keeps_whole_tree(person, role) or not gives_roles(person):
        return
    kept = kept_roles()
    if str(PersonRole.SECURITY) not in kept:
        yield Waiting("accounts:people", NO_SECURITY)
    if str(PersonRole.AUDIT) not in kept:
        yield Waiting("accounts:people", NO_AUDIT)


def _without_role(person: Any) -> Iterator[Waiting]:
    if number := queries.without_role(person, "give_roles").count():
        yield Waiting("accounts:people", f"{number} 人还没有角色，什么也看不到")
