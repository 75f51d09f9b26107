"""People to try the site with: clearly named, with passwords that are shown once."""

from __future__ import annotations

from django.db import transaction

from duizhao.errors import DuizhaoError
from duizhao.web.accounts.actions.entering import set_up
from duizhao.web.accounts.actions.grants import add_grant
from duizhao.web.accounts.actions.people import add_person
from duizhao.web.accounts.actions.units import add_unit
from duizhao.web.accounts.models import Person
from duizhao.web.accounts.one_time import one_time_word
from duizhao.web.accounts.queries import has_people
from duizhao.web.person_role import PersonRole

WHOLE, PART = "演示单位", "演示单位河道所"
OTHERS = {
    "demo-security": ("演示安全管理员", PersonRole.SECURITY, WHOLE),
    "demo-audit": ("演示审计管理员", PersonRole.AUDIT, WHOLE),
    "demo-clerk": ("演示经办人", PersonRole.CLERK, WHOLE),
    "demo-member": ("演示与会人员", PersonRole.MEMBER, WHOLE),
    "demo-reviewer": ("演示审核人", PersonRole.REVIEWER, WHOLE),
    "demo-author": ("演示撰写人", PersonRole.AUTHOR, PART),
}


@transaction.atomic
def make_demo() -> list[str]:
    """Make the demonstration's unit and people. Returns lines that name the accounts. Raises DuizhaoError."""
    if has_people():
        raise DuizhaoError("数据文件夹里已经有人员；演示请另用一个文件夹：--data 文件夹")
    password = one_time_word()
    by = set_up(unit=WHOLE, name="演示系统管理员", username="demo-system", password=password)
    units = {WHOLE: by.unit, PART: add_unit(parent=by.unit, name=PART, by=by)}
    lines = ["演示账号（密码只在这里写一次）：", f"  演示系统管理员  demo-system  {password}"]
    for username, (name, role, unit) in OTHERS.items():
        person, password = add_person(unit=units[unit], name=name, username=username, by=by)
        add_grant(person=person, role=role, unit=units[unit], by=by)
        lines.append(f"  {name}  {username}  {password}")
    # Who only tries the site need not change them first.
    Person.objects.update(has_first_password=False)
    return lines
