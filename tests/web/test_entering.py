"""The way in: the first administrator, login, lock-out, first passwords, sessions that have ended."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import identify_hasher, make_password
from django.test import Client
from django.urls import reverse
from people import People, logged_in

from duizhao.web.accounts.actions import people as people_actions
from duizhao.web.accounts.models import Grant, Person, Unit
from duizhao.web.accounts.one_time import SET_UP_CODE
from duizhao.web.accounts.queries import desk_person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.person_role import PersonRole

LOGIN, SET_UP, PASSWORD = "/login", "/set-up", "/password"
GOOD = "xue-hua-piao-2"


def first_administrator(**others: str) -> dict[str, str]:
    given = {
        "code": SET_UP_CODE.printed,
        "unit": "云溪县水务局",
        "name": "周管理",
        "username": "zhou",
    }
    return {**given, "password": GOOD, "again": GOOD, **others}


def with_password(person: Person) -> Person:
    person.set_password(GOOD)
    person.save()
    return person


def test_empty_site_leads_to_the_set_up(client: Client, db) -> None:
    desk_person()
    assert client.get(LOGIN)["Location"] == SET_UP
    assert "设置码" in client.get(SET_UP).content.decode()


def test_set_up_makes_the_system_administrator_and_lets_them_in(client: Client, db) -> None:
    assert client.post(SET_UP, first_administrator()).status_code == 302
    person = Person.objects.get(username="zhou")
    assert person.roles == {PersonRole.SYSTEM}
    assert person.unit == Unit.objects.get(parent=None)
    assert client.get(reverse("accounts:units")).status_code == 200
    assert [entry.act for entry in AuditEntry.objects.all()] == [
        "accounts.set_up",
        "accounts.login",
    ]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("code", "0000-0000-0000-0000", "设置码不对"),
        ("again", "xue-hua-piao-3", "两遍不一样"),
        ("password", "xue-hua", "密码至少 10 个字"),
        ("password", "20260101202601", "不能全是数字"),
        ("password", "1234567890", "太常见"),
        ("username", "zhou wu", "不留空格"),
        ("name", "", "必填"),
    ],
)
def test_set_up_says_what_is_wrong(client: Client, db, field: str, value: str, words: str) -> None:
    given = first_administrator(**{field: value})
    if field == "password":
        given["again"] = value
    answer = client.post(SET_UP, given)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Person.objects.exists()


def test_password_like_the_account_is_refused(client: Client, db) -> None:
    given = first_administrator(username="shuiwuju-zhou", password="shuiwuju-zhou1")
    answer = client.post(SET_UP, {**given, "again": given["password"]})
    assert "和账号、姓名或单位太像" in answer.content.decode()


def test_set_up_is_gone_once_there_is_somebody(client: Client, people: People) -> None:
    assert client.get(SET_UP).status_code == 404
    assert client.post(SET_UP, first_administrator()).status_code == 404


def test_login_leads_to_the_page_that_was_asked_for(client: Client, people: People) -> None:
    with_password(people.zhang)
    asked = client.get("/aspects/")["Location"]
    answer = client.post(asked, {"username": "张三", "password": GOOD, "next": "/aspects/"})
    assert answer["Location"] == "/aspects/"
    assert AuditEntry.objects.get().act == "accounts.login"


@pytest.mark.parametrize(
    "page", ["https://duizhao.example/", "//duizhao.example", "/\\example", ""]
)
def test_login_leads_to_no_other_site(client: Client, people: People, page: str) -> None:
    with_password(people.zhang)
    answer = client.post(LOGIN, {"username": "张三", "password": GOOD, "next": page})
    assert answer["Location"] == reverse("site:start")


def test_wrong_password_and_unknown_account_look_the_same(client: Client, people: People) -> None:
    with_password(people.zhang)
    answers = [
        client.post(LOGIN, {"username": name, "password": "x"}).content.decode()
        for name in ("张三", "没有")
    ]
    assert all("账号或密码不对" in answer for answer in answers)
    assert len({answer.count("<") for answer in answers}) == 1


def test_fifth_wrong_password_locks_the_account_and_no_other(
    client: Client, people: People
) -> None:
    with_password(people.zhang)
    with_password(people.li)
    statuses = [
        client.post(LOGIN, {"username": "张三", "password": "x"}).status_code for _ in range(5)
    ]
    assert statuses == [422] * 4 + [429]
    answer = client.post(LOGIN, {"username": "张三", "password": GOOD})
    assert answer.status_code == 429
    assert "1 分钟以后" in answer.content.decode()
    assert client.post(LOGIN, {"username": "李四", "password": GOOD}).status_code == 302


def test_new_password_ends_the_lock(client: Client, people: People) -> None:
    Grant.objects.create(person=people.above, role=PersonRole.SYSTEM, unit=people.above.unit)
    for _ in range(5):
        client.post(LOGIN, {"username": "张三", "password": "x"})
    first = people_actions.reset_password(person=people.zhang, by=people.above)
    assert client.post(LOGIN, {"username": "张三", "password": first}).status_code == 302


def test_who_is_deactivated_is_out_at_once(people: People) -> None:
    browser = logged_in(people.zhang)
    Grant.objects.create(person=people.above, role=PersonRole.SYSTEM, unit=people.above.unit)
    people_actions.deactivate(person=people.zhang, by=people.above)
    assert browser.get("/")["Location"].startswith(LOGIN)
    people.zhang.set_password(GOOD)
    people.zhang.save()
    answer = Client().post(LOGIN, {"username": "张三", "password": GOOD})
    assert "账号或密码不对" in answer.content.decode()


def test_first_password_has_to_be_changed_before_anything_else(people: People) -> None:
    Grant.objects.create(person=people.above, role=PersonRole.SYSTEM, unit=people.above.unit)
    old = logged_in(people.zhang)
    first = people_actions.reset_password(person=people.zhang, by=people.above)
    assert old.get("/")["Location"].startswith(LOGIN)
    browser = Client()
    assert browser.post(LOGIN, {"username": "张三", "password": first}).status_code == 302
    assert browser.get("/")["Location"] == PASSWORD
    assert browser.get("/", headers={"HX-Request": "true"})["HX-Redirect"] == PASSWORD
    assert "初始密码" in browser.get(PASSWORD).content.decode()
    same = {"current": first, "password": first, "again": first}
    assert "不能和现在的一样" in browser.post(PASSWORD, same).content.decode()
    wrong = {"current": "x", "password": GOOD, "again": GOOD}
    assert "现在的密码不对" in browser.post(PASSWORD, wrong).content.decode()
    assert browser.post(PASSWORD, {**wrong, "current": first}).status_code == 200
    assert browser.get("/").status_code == 200


def test_session_that_has_ended_leads_the_whole_page_to_the_login(people: People) -> None:
    page = "http://testserver/batches/0123456789abcdef/"
    answer = Client().get(
        "/files/0123456789abcdef/row", headers={"HX-Request": "true", "HX-Current-URL": page}
    )
    assert answer["HX-Redirect"] == f"{LOGIN}?next=%2Fbatches%2F0123456789abcdef%2F"
    assert not answer.content


def test_logout_ends_the_session(browse: Client) -> None:
    assert browse.post(reverse("accounts:logout"))["Location"] == LOGIN
    assert browse.get("/").status_code == 302


def test_who_has_no_role_learns_whom_to_ask(people: People) -> None:
    people.zhang.grants.all().delete()
    browser = logged_in(people.zhang)
    assert "还没有角色" in browser.get(reverse("site:start")).content.decode()
    assert browser.get("/")["Location"] == reverse("site:start")


def test_administrator_goes_on_to_people_and_not_to_statements(people: People) -> None:
    people.zhang.grants.update(role=PersonRole.SYSTEM)
    browser = logged_in(people.zhang)
    assert browser.get(reverse("site:start"))["Location"] == reverse("accounts:duties")
    page = browser.get(reverse("accounts:duties")).content.decode()
    assert "人员</a>" in page
    assert "材料</a>" not in page


def test_passwords_are_kept_by_argon2_with_little_memory(settings) -> None:
    settings.PASSWORD_HASHERS = ["duizhao.web.accounts.hashers.OfficeArgon2"]
    written = make_password(GOOD)
    assert identify_hasher(written).algorithm == "argon2"
    assert "$m=19456,t=2,p=1$" in written
