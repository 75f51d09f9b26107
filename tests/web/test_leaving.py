"""People who leave or move, and the three administrators, who stay apart and do not run out."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import People, logged_in
from test_accounts import act, acts, role_of
from test_entering import GOOD, LOGIN, with_password

from duizhao.web.accounts.actions.grants import add_grant, end_grant
from duizhao.web.accounts.actions.leaving import move_person, set_last_day, switch_off_who_left
from duizhao.web.accounts.actions.people import deactivate
from duizhao.web.accounts.models import Delegation, Grant, Person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.person_role import ADMINISTRATORS, PersonRole
from duizhao.web.refused_act import RefusedAct


@pytest.fixture
def keeper(people: People) -> Client:
    return logged_in(role_of(people.above, PersonRole.SYSTEM))


def enters(person: Person) -> bool:
    given = {"username": person.username, "password": GOOD}
    return Client().post(LOGIN, given).status_code == 302


def test_account_works_to_the_end_of_its_last_day(keeper: Client, people: People) -> None:
    with_password(people.zhang)
    today = timezone.localdate()
    act(keeper, "set_last_day", "person", people.zhang.pk, last_day=f"{today}")
    assert enters(people.zhang)
    Person.objects.filter(pk=people.zhang.pk).update(last_day=today - timedelta(days=1))
    assert not enters(people.zhang)
    assert Person.objects.get(pk=people.zhang.pk).is_active
    with_password(people.li)
    assert enters(people.li)
    gone = Person.objects.get(pk=people.zhang.pk)
    assert not gone.is_active
    assert not gone.grants.exists()
    entry = AuditEntry.objects.get(act="accounts.left")
    assert (entry.actor, entry.key) == ("", "张三")


def test_session_ends_after_the_last_day(people: People) -> None:
    from duizhao.web.accounts.models import OpenSession

    zhang = logged_in(people.zhang)
    yesterday = timezone.localdate() - timedelta(days=1)
    Person.objects.filter(pk=people.zhang.pk).update(last_day=yesterday)
    OpenSession.objects.update(seen_at=timezone.now() - timedelta(minutes=2))
    assert zhang.get("/").status_code == 302


def test_day_that_is_over_switches_off_at_once_and_activating_takes_it_away(
    keeper: Client, people: People
) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    act(keeper, "set_last_day", "person", people.zhang.pk, last_day=f"{yesterday}")
    assert not Person.objects.get(pk=people.zhang.pk).is_active
    act(keeper, "activate", "person", people.zhang.pk)
    back = Person.objects.get(pk=people.zhang.pk)
    assert (back.is_active, back.last_day) == (True, None)
    switch_off_who_left()
    assert Person.objects.get(pk=people.zhang.pk).is_active


def test_who_moves_has_the_same_roles_in_the_new_unit_and_none_in_the_old(
    keeper: Client, people: People
) -> None:
    zhang, other = people.zhang, people.wang.unit
    Grant.objects.create(person=zhang, role=PersonRole.REVIEWER, unit=people.below.unit)
    browser = logged_in(zhang)
    act(keeper, "move_person", "person", zhang.pk, unit=other.pk)
    zhang.refresh_from_db()
    assert zhang.unit == other
    assert list(zhang.grants.values_list("role", "unit")) == [("clerk", other.pk)]
    assert browser.get("/").status_code == 302
    assert acts() == [
        ("accounts.move_person", "张三", ""),
        ("accounts.add_grant", f"张三@{other.pk}", "clerk"),
    ]


def test_delegations_end_with_a_move(people: People) -> None:
    role_of(people.li, PersonRole.AUTHOR)
    days = dict.fromkeys(("first_day", "last_day"), timezone.localdate())
    office = people.zhang.unit
    given = {"giver": people.zhang, "taker": people.li, "role": "clerk", "unit": office}
    Delegation.objects.create(**given, **days)
    role_of(people.above, PersonRole.SYSTEM)
    move_person(person=people.li, unit=people.wang.unit, by=people.above)
    assert not Delegation.objects.open().exists()


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_administrator_moves_without_the_role(people: People, role: str) -> None:
    role_of(people.above, PersonRole.SYSTEM)
    role_of(people.li, PersonRole(role))
    with pytest.raises(RefusedAct, match="先收回管理员的角色"):
        move_person(person=people.li, unit=people.wang.unit, by=people.above)


@pytest.mark.parametrize("pair", list(permutations([*sorted(ADMINISTRATORS), "clerk"], 2)))
def test_no_way_gives_one_person_two_kinds_of_role(people: People, pair: tuple[str, str]) -> None:
    first, second = map(PersonRole, pair)
    person = role_of(people.zhang, first)
    by = role_of(people.above, PersonRole.SECURITY)
    for unit in (people.zhang.unit, people.below.unit, people.wang.unit):
        with pytest.raises(RefusedAct, match="不能兼"):
            add_grant(person=person, role=second, unit=unit, by=by)


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_last_administrator_of_a_kind_stays(people: People, role: str) -> None:
    last = role_of(people.above, PersonRole(role))
    Grant.objects.create(person=people.li, role=role, unit=people.li.unit)
    by = Person.objects.create(username="周", name="周", unit=last.unit)
    kind = PersonRole.SYSTEM if role == PersonRole.SECURITY else PersonRole.SECURITY
    Grant.objects.create(person=by, role=kind, unit=last.unit)
    today = timezone.localdate()
    for lose in (
        lambda: deactivate(person=Person.objects.get(pk=last.pk), by=by),
        lambda: set_last_day(person=Person.objects.get(pk=last.pk), last_day=today, by=by),
    ):
        with pytest.raises(RefusedAct, match="至少要留一个"):
            lose()
    assert Person.objects.get(pk=last.pk).is_active
    second = Person.objects.create(username="吴", name="吴", unit=last.unit)
    Grant.objects.create(person=second, role=role, unit=last.unit)
    deactivate(person=last, by=by)


def test_last_administrator_keeps_the_role(people: People) -> None:
    auditor = role_of(people.above, PersonRole.AUDIT)
    by = Person.objects.create(username="周", name="周", unit=auditor.unit)
    Grant.objects.create(person=by, role=PersonRole.SECURITY, unit=auditor.unit)
    with pytest.raises(RefusedAct, match="至少要留一个能登录、管全部单位的审计管理员"):
        end_grant(grant=auditor.grants.get(), by=by)
    assert auditor.grants.exists()


def test_who_makes_accounts_gives_no_roles_once_somebody_else_does(
    keeper: Client, people: People
) -> None:
    guard = Person.objects.create(username="周", name="周", unit=people.above.unit)
    act(keeper, "add_grant", "person", guard.pk, role="security", unit=guard.unit.pk)
    assert guard.grants.exists()
    zhang, unit = people.zhang, people.zhang.unit
    for answer in (
        act(keeper, "add_grant", "person", zhang.pk, role="author", unit=unit.pk),
        act(keeper, "end_grant", "grant", zhang.grants.get().pk),
    ):
        assert answer.status_code == 409
        assert "由安全管理员" in answer.content.decode()
    page = keeper.get(reverse("accounts:person", kwargs={"person": zhang.pk})).content.decode()
    assert "给这个角色" not in page
    assert (
        "给这个角色"
        in logged_in(guard)
        .get(reverse("accounts:person", kwargs={"person": zhang.pk}))
        .content.decode()
    )


def test_accounts_of_one_name_are_shown_to_the_security_administrator(people: People) -> None:
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    twin = Person.objects.create(username="zhang2", name="张三", unit=people.zhang.unit)
    address = reverse("accounts:security")
    assert "同名的账号" not in keeper.get(address).content.decode()
    Grant.objects.create(person=twin, role=PersonRole.SYSTEM, unit=twin.unit)
    assert "同名的账号" in keeper.get(address).content.decode()
