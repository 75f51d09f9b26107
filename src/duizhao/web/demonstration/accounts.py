"""People to try the site with: clearly named, with passwords that are shown once."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from duizhao.errors import DuizhaoError
from duizhao.web.accounts.actions.entering import set_up
from duizhao.web.accounts.actions.grants import add_grant
from duizhao.web.accounts.actions.people import add_person
from duizhao.web.accounts.models import Person
from duizhao.web.accounts.one_time import one_time_word
from duizhao.web.accounts.queries import has_people
from duizhao.web.demonstration.make import UNIT, DeskWays, make_meetings
from duizhao.web.person_role import PersonRole

MEMBER, AUTHOR = "李建国", "王秀兰"
"""Who of the leaders can log in."""
OTHERS = {
    "demo-security": ("演示安全管理员", PersonRole.SECURITY),
    "demo-audit": ("演示审计管理员", PersonRole.AUDIT),
    "demo-clerk": ("演示经办人", PersonRole.CLERK),
    "demo-member": (f"演示与会人员（{MEMBER}）", PersonRole.MEMBER),
    "demo-reviewer": ("演示审核人", PersonRole.REVIEWER),
    "demo-author": (f"演示撰写人（{AUTHOR}）", PersonRole.AUTHOR),
}


def make_demo(ways: DeskWays) -> list[str]:
    """Make the demonstration with somebody for each role. Returns lines that name the accounts. Raises DuizhaoError."""
    lines = _make_accounts()
    by_username = {each.username: each for each in Person.objects.all()}
    clerk = by_username["demo-clerk"]
    accounts = {MEMBER: by_username["demo-member"], AUTHOR: by_username["demo-author"]}
    make_meetings(
        unit=clerk.unit, by=clerk, today=timezone.localdate(), ways=ways, accounts=accounts
    )
    return lines


@transaction.atomic
def _make_accounts() -> list[str]:
    if has_people():
        raise DuizhaoError("数据文件夹里已经有人员；演示请另用一个文件夹：--data 文件夹")
    password = one_time_word()
    by = set_up(unit=UNIT, name="演示系统管理员", username="demo-system", password=password)
    lines = ["演示账号（密码只在这里写一次）：", f"  演示系统管理员  demo-system  {password}"]
    for username, (name, role) in OTHERS.items():
        person, password = add_person(unit=by.unit, name=name, username=username, by=by)
        add_grant(person=person, role=role, unit=by.unit, by=by)
        # From then on roles are the business of the security administrator.
        by = person if role is PersonRole.SECURITY else by
        lines.append(f"  {name}  {username}  {password}")
    # Who only tries the site need not change them first.
    Person.objects.update(has_first_password=False)
    return lines
