"""People without e-mail come to their account: asked for from the roster, invited by a printed slip, used once."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from dossiers import on_roster
from people import People, logged_in
from test_accounts import act, role_of

from duizhao.web.accounts.models import (
    AccountRequest,
    Grant,
    Invitation,
    Person,
    SecurityPolicy,
)
from duizhao.web.audit.models import AuditEntry
from duizhao.web.person_role import PersonRole
from duizhao.web.roster.models import StaffMember

GOOD = "xue-hua-piao-2"
INVITED, ALL = "/invited", "/invitations/"
SLIP = {"address": "https://duizhao.example.cn", "days": "14"}
CODE = re.compile(r'class="code">([\w-]+)<')


@pytest.fixture
def keeper(people: People) -> Client:
    return logged_in(role_of(people.above, PersonRole.SYSTEM))


def printed(keeper: Client, people: People, names: str) -> list[str]:
    answer = act(keeper, "invite_people", "unit", people.zhang.unit.pk, people=names, **SLIP)
    assert answer.status_code == 200, answer.content.decode()
    return CODE.findall(answer.content.decode())


def enters(code: str, password: str = GOOD) -> int:
    given = {"code": code, "password": password, "again": password}
    return Client().post(INVITED, given).status_code


def test_many_are_added_at_once_with_a_slip_each(keeper: Client, people: People) -> None:
    names = "钱一\n钱二 qian2\n\n　张三　\n"
    answer = act(keeper, "invite_people", "unit", people.zhang.unit.pk, people=names, **SLIP)
    page = answer.content.decode()
    codes = CODE.findall(page)
    assert len(set(codes)) == 3
    assert page.count("<svg") == 3
    assert "https://duizhao.example.cn/invited" in page
    made = Person.objects.filter(name__in=["钱一", "钱二"]) | Person.objects.filter(
        username="张三2"
    )
    assert set(made.values_list("username", flat=True)) == {"钱一", "qian2", "张三2"}
    assert not any(each.has_usable_password() for each in made)
    kept = str(list(Invitation.objects.values_list()))
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)
    assert not any(code in keeper.get(ALL).content.decode() for code in codes)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("", "必填"),
        ("钱一 a!", "中间不留空格"),
        ("钱一 a b", "一行只写一个人"),
        ("钱一 q\n钱二 q", "写了两次"),
        ("钱" * 41, "太长"),
    ],
)
def test_list_that_cannot_be_makes_nobody(
    keeper: Client, people: People, names: str, words: str
) -> None:
    before = Person.objects.count()
    answer = act(keeper, "invite_people", "unit", people.zhang.unit.pk, people=names, **SLIP)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Person.objects.count() == before


def test_account_that_is_taken_makes_nobody(keeper: Client, people: People) -> None:
    before = Person.objects.count()
    unit = people.zhang.unit.pk
    answer = act(keeper, "invite_people", "unit", unit, people="钱一\n钱二 李四", **SLIP)
    assert answer.status_code == 409
    assert Person.objects.count() == before


@pytest.mark.parametrize("given", [{"address": "duizhao"}, {"days": "0"}, {"days": "61"}])
def test_slip_needs_an_address_and_days(keeper: Client, people: People, given) -> None:
    unit = people.zhang.unit.pk
    answer = act(keeper, "invite_people", "unit", unit, people="钱一", **{**SLIP, **given})
    assert answer.status_code == 422


def test_slip_leads_to_ones_own_password_and_in(keeper: Client, people: People) -> None:
    (code,) = printed(keeper, people, "钱一")
    browser = Client()
    page = browser.post(INVITED, {"code": code.upper().replace("-", " ")}).content.decode()
    assert "钱一，定一个自己的密码" in page
    short = browser.post(INVITED, {"code": code, "password": "x", "again": "x"})
    assert short.status_code == 422
    given = {"code": code, "password": GOOD, "again": GOOD}
    assert browser.post(INVITED, given)["Location"] == reverse("site:start")
    made = Person.objects.get(name="钱一")
    assert made.check_password(GOOD)
    assert made.password_changed_at
    last = AuditEntry.objects.filter(act="accounts.accept_invitation").get()
    assert (last.actor, last.key) == ("钱一", "钱一")
    assert enters(code, "another-good-1") == 422


def test_wrong_code_says_what_to_do(db) -> None:
    answer = Client().post(INVITED, {"code": "2222-2222-2222-2222"})
    assert answer.status_code == 422
    assert "请系统管理员重新印一张" in answer.content.decode()


def test_slip_that_is_old_or_of_somebody_who_has_left_lets_nobody_in(
    keeper: Client, people: People
) -> None:
    old, gone, late = printed(keeper, people, "钱一\n钱二\n钱三")
    one = Invitation.objects.filter(person__name="钱一")
    one.update(expires_at=timezone.now() - timedelta(minutes=1))
    Person.objects.filter(name="钱二").update(is_active=False)
    yesterday = timezone.localdate() - timedelta(days=1)
    Person.objects.filter(name="钱三").update(last_day=yesterday)
    assert [enters(each) for each in (old, gone, late)] == [422] * 3


def test_slip_is_revoked_and_printed_anew(keeper: Client, people: People) -> None:
    (first,) = printed(keeper, people, "钱一")
    page = keeper.get(ALL).content.decode()
    assert "作废钱一的邀请条" in page
    act(keeper, "revoke_invitation", "invitation", Invitation.objects.get().pk)
    assert enters(first) == 422
    person = Person.objects.get(name="钱一")
    answer = keeper.post(reverse("accounts:invite"), {"person": person.pk, **SLIP})
    (second,) = CODE.findall(answer.content.decode())
    assert enters(second) == 302
    acts = AuditEntry.objects.values_list("act", flat=True)
    assert "accounts.revoke_invitation" in acts


def test_who_has_set_a_password_gets_no_slip(keeper: Client, people: People) -> None:
    (code,) = printed(keeper, people, "钱一")
    enters(code)
    person = Person.objects.get(name="钱一")
    answer = keeper.post(reverse("accounts:invite"), {"person": person.pk, **SLIP})
    assert answer.status_code == 422
    assert person.check_password(GOOD)


def test_first_password_ends_with_a_slip(keeper: Client, people: People) -> None:
    unit = people.zhang.unit.pk
    page = act(keeper, "add_person", "unit", unit, name="钱八", username="qian").content.decode()
    first = page.partition('class="one-time">')[2].partition("<")[0]
    person = Person.objects.get(username="qian")
    keeper.post(reverse("accounts:invite"), {"person": person.pk, **SLIP})
    answer = Client().post("/login", {"username": "qian", "password": first})
    assert answer.status_code == 422


def test_clerk_asks_for_accounts_and_links_them(keeper: Client, people: People) -> None:
    unit = people.zhang.unit
    for name in ("钱一", "钱二"):
        StaffMember.objects.create(unit=unit, name=name, standing="member")
    zhang = logged_in(people.zhang)
    page = zhang.get(reverse("roster:roster")).content.decode()
    assert "2 人还没有账号" in page
    member = StaffMember.objects.get(name="钱一")
    zhang.post(reverse("roster:ask_accounts"), {"member": member.key})
    assert "1 人还没有账号" in zhang.get(reverse("roster:roster")).content.decode()
    assert "钱一，县水务局" in keeper.get(ALL).content.decode()
    below = logged_in(role_of(people.below, PersonRole.SYSTEM))
    assert "钱一" not in below.get(ALL).content.decode()
    asked = AccountRequest.objects.get()
    assert (
        below.post(reverse("accounts:answer_requests"), {"request": asked.pk, **SLIP}).status_code
        == 422
    )
    answer = keeper.post(reverse("accounts:answer_requests"), {"request": asked.pk, **SLIP})
    assert len(CODE.findall(answer.content.decode())) == 1
    assert "钱一，县水务局" not in keeper.get(ALL).content.decode()
    account = Person.objects.get(name="钱一")
    zhang.post(reverse("roster:link_accounts"), {"account": account.pk})
    member.refresh_from_db()
    assert member.account == account


def test_who_has_moved_is_linked_on_the_new_roster(people: People) -> None:
    old = on_roster(people.zhang)
    people.zhang.unit = people.wang.unit
    people.zhang.save()
    new = StaffMember.objects.create(unit=people.wang.unit, name="张三", standing="member")
    wang = logged_in(people.wang)
    wang.post(reverse("roster:link_accounts"), {"account": people.zhang.pk})
    for each in (old, new):
        each.refresh_from_db()
    assert (old.account, new.account) == (None, people.zhang)
    assert old.name == "张三"


def test_security_administrator_gives_one_role_to_many(people: People) -> None:
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    made = [
        Person.objects.create(username=f"钱{at}", name=f"钱{at}", unit=people.zhang.unit)
        for at in range(3)
    ]
    assert "3 人还没有角色" in keeper.get(reverse("accounts:people")).content.decode()
    given = {"person": [each.pk for each in made[:2]], "role": "member"}
    keeper.post(reverse("accounts:give_roles"), given)
    held = Grant.objects.filter(role="member").values_list("person", "unit")
    assert set(held) == {(each.pk, people.zhang.unit.pk) for each in made[:2]}


def test_who_comes_in_by_a_slip_sets_up_the_app_where_the_role_needs_it(
    keeper: Client, people: People
) -> None:
    (code,) = printed(keeper, people, "钱一")
    person = Person.objects.get(name="钱一")
    Grant.objects.create(person=person, role=PersonRole.CLERK, unit=person.unit)
    SecurityPolicy.objects.create(pk=1, roles_with_code=["clerk"])
    browser = Client()
    browser.post(INVITED, {"code": code, "password": GOOD, "again": GOOD})
    assert browser.get("/")["Location"] == "/mine/second-factor"


def test_list_of_three_hundred_slips_takes_few_queries(
    keeper: Client, people: People, django_assert_max_num_queries
) -> None:
    unit, later = people.zhang.unit, timezone.now() + timedelta(days=3)
    made = Person.objects.bulk_create(
        Person(username=f"钱{at}", name=f"钱{at}", unit=unit) for at in range(300)
    )
    Invitation.objects.bulk_create(
        Invitation(person=each, hash=each.name, expires_at=later) for each in made
    )
    with django_assert_max_num_queries(30):
        page = keeper.get(ALL).content
    assert len(page) < 150_000
    assert "共 6 页" in page.decode()
