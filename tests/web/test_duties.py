"""The first page of administrators: what they can do and what waits for them, nothing of anybody's work."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from people import People, logged_in
from whole_dossier import whole_dossier

from duizhao.web.accounts.duties import DUTIES
from duizhao.web.accounts.models import AccountRequest, Grant, Person
from duizhao.web.person_role import ADMINISTRATORS, WORKERS, PersonRole

PASSWORD = "xue-hua-piao-2"
FRONT, START = "/", "/site/start"


def administrator(person: Person, role: str) -> Client:
    person.grants.all().delete()
    Grant.objects.create(person=person, role=role, unit=person.unit)
    return logged_in(person)


def shown(client: Client, address: str = FRONT) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("address", [FRONT, START])
@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_administrator_begins_with_a_page_of_its_own(
    role: str, address: str, people: People
) -> None:
    page = shown(administrator(people.above, role), address)
    assert f"你是{PersonRole(role).label}" in page
    for each in DUTIES[role]:
        assert each.words in page


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_login_leads_an_administrator_there(role: str, people: People) -> None:
    people.above.set_password(PASSWORD)
    people.above.save()
    administrator(people.above, role)
    given = {"username": people.above.username, "password": PASSWORD}
    answer = Client().post("/login", given, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("accounts:duties")


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_every_duty_leads_to_a_page_that_opens(role: str, people: People) -> None:
    client = administrator(people.above, role)
    for each in DUTIES[role]:
        assert client.get(reverse(each.page)).status_code == 200, each


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_page_names_nothing_of_a_meeting(role: str, people: People) -> None:
    whole_dossier(people.zhang)
    page = shown(administrator(people.above, role))
    main = page.partition("<main")[2]
    addresses = set(re.findall(r'href="(/[^"]*)"', main))
    opens = {reverse(each.page) for each in DUTIES[role]} | {reverse("accounts:mine")}
    assert addresses <= opens
    for word in ("民主生活会", people.zhang.name, "水务局"):
        assert word not in main


@pytest.mark.parametrize("role", sorted(WORKERS))
def test_whoever_works_with_statements_still_begins_with_them(role: str, people: People) -> None:
    answer = administrator(people.zhang, role).get(FRONT)
    assert answer.status_code == 200
    assert "放入" in answer.content.decode()
    assert logged_in(people.zhang).get(reverse("accounts:duties")).status_code == 404


def test_without_a_role_the_front_says_whom_to_ask(people: People) -> None:
    people.li.grants.all().delete()
    assert "请本单位的安全管理员给你一个角色" in shown(logged_in(people.li))


def test_system_administrator_reads_what_keeps_others_from_working(people: People) -> None:
    client = administrator(people.above, PersonRole.SYSTEM)
    AccountRequest.objects.create(name="周八", unit=people.zhang.unit, reference="a")
    people.wang.grants.all().delete()
    page = shown(client)
    assert "还没有管全部单位的安全管理员" in page
    assert "还没有管全部单位的审计管理员" in page
    assert "名册上有 1 人请开账号" in page
    assert "1 人还没有角色" in page


def test_security_administrator_is_asked_for_the_auditor_once_there_is_one(people: People) -> None:
    """From then on the system administrator gives no roles."""
    system = administrator(people.above, PersonRole.SYSTEM)
    for role, person in ((PersonRole.SECURITY, people.li), (PersonRole.AUDIT, people.wang)):
        person.grants.all().delete()
        if role == PersonRole.AUDIT:
            assert "还没有管全部单位的审计管理员" in shown(logged_in(people.li))
            assert "还没有管全部单位" not in shown(system)
        Grant.objects.create(person=person, role=role, unit=people.above.unit)
    assert "还没有管全部单位" not in shown(logged_in(people.li))


def test_security_administrator_reads_who_has_no_role(people: People) -> None:
    client = administrator(people.above, PersonRole.SECURITY)
    assert "没有角色" not in shown(client)
    people.wang.grants.all().delete()
    assert "1 人还没有角色" in shown(client)


def test_administrator_of_a_part_is_not_asked_for_those_of_the_whole(people: People) -> None:
    assert "管全部单位" not in shown(administrator(people.zhang, PersonRole.SYSTEM))
