"""Units, people and grants, as their administrators see and change them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from people import People, logged_in

from duizhao.web.accounts import queries
from duizhao.web.accounts.access import TABLE
from duizhao.web.accounts.models import Grant, Person, Unit
from duizhao.web.accounts.views.units import UNITS_OF_A_PAGE
from duizhao.web.audit.models import AuditEntry
from duizhao.web.audit.verify import verify
from duizhao.web.audit.words import ACTS, KINDS
from duizhao.web.demonstration.accounts import make_demo
from duizhao.web.demonstration.make import DeskWays
from duizhao.web.desk import ledger_work, putting_in
from duizhao.web.person_role import ADMINISTRATORS, PersonRole

CONFLICT, UNPROCESSABLE = 409, 422


def role_of(person: Person, role: PersonRole) -> Person:
    person.grants.all().delete()
    Grant.objects.create(person=person, role=role, unit=person.unit)
    return person


@pytest.fixture
def keeper(people: People) -> Client:
    """孙七, who keeps the whole tree."""
    return logged_in(role_of(people.above, PersonRole.SYSTEM))


def act(client: Client, name: str, kind: str, key: int, /, **given: object):
    return client.post(reverse(f"accounts:{name}", kwargs={kind: key}), given)


def acts() -> list[tuple[str, str, str]]:
    return list(AuditEntry.objects.values_list("act", "key", "note"))


def test_tree_shows_parts_inside_their_units(keeper: Client) -> None:
    page = keeper.get(reverse("accounts:units")).content.decode()
    names = ("云溪县", "县水务局", "河道所", "县粮食局")
    assert sorted(names, key=page.index) == list(names)
    assert page.count("<ul>") == 2


def test_many_units_stand_on_several_pages_with_the_unit_above_them(
    keeper: Client, people: People
) -> None:
    above = people.above.unit
    Unit.objects.bulk_create(Unit(name=f"第{at}村", parent=above) for at in range(UNITS_OF_A_PAGE))
    first = keeper.get(reverse("accounts:units")).content.decode()
    assert first.count("<li>") == UNITS_OF_A_PAGE
    assert "属于" not in first
    last = keeper.get(reverse("accounts:units"), {"page": 2}).content.decode()
    assert last.count(f"属于{above.name}") == 1
    assert f"第{UNITS_OF_A_PAGE - 1}村" in last


@pytest.mark.parametrize("role", [PersonRole.SYSTEM, PersonRole.SECURITY])
def test_administrator_of_a_unit_sees_it_and_what_is_below(
    people: People, role: PersonRole
) -> None:
    me = role_of(people.li, role)
    assert {unit.name for unit in queries.units(me, "units")} == {"县水务局", "河道所"}
    assert {each.name for each in queries.people(me, "people")} == {"张三", "李四", "赵六"}


def test_unit_is_added_renamed_and_removed(keeper: Client, people: People) -> None:
    whole = people.above.unit
    act(keeper, "add_unit", "unit", whole.pk, name="县林业局")
    made = Unit.objects.get(name="县林业局")
    act(keeper, "rename_unit", "unit", made.pk, name="县林草局")
    made.refresh_from_db()
    assert (made.parent, made.name) == (whole, "县林草局")
    key = str(made.pk)
    act(keeper, "remove_unit", "unit", made.pk)
    assert not Unit.objects.filter(name="县林草局").exists()
    names = ("add_unit", "rename_unit", "remove_unit")
    assert acts() == [(f"accounts.{name}", key, "") for name in names]


def test_unit_with_people_or_a_taken_name_is_left_as_it_is(keeper: Client, people: People) -> None:
    whole, office = people.above.unit, people.zhang.unit
    for answer in (
        act(keeper, "remove_unit", "unit", office.pk),
        act(keeper, "remove_unit", "unit", whole.pk),
        act(keeper, "add_unit", "unit", whole.pk, name="县水务局"),
        act(keeper, "rename_unit", "unit", office.pk, name="县粮食局"),
    ):
        assert answer.status_code == CONFLICT
        assert "没有做成：" in answer.content.decode()
    assert act(keeper, "add_unit", "unit", whole.pk, name=" ").status_code == UNPROCESSABLE
    assert not acts()


def test_person_is_added_with_a_password_that_is_shown_once(keeper: Client, people: People) -> None:
    unit = people.zhang.unit
    page = act(keeper, "add_person", "unit", unit.pk, name="钱八", username="qian").content.decode()
    made = Person.objects.get(username="qian")
    shown = page.partition('class="one-time">')[2].partition("<")[0]
    assert made.check_password(shown)
    assert made.has_first_password
    assert acts() == [("accounts.add_person", "qian", "")]
    again = act(keeper, "add_person", "unit", unit.pk, name="钱九", username="qian")
    assert again.status_code == CONFLICT
    assert "已经有人用了" in again.content.decode()
    bad = act(keeper, "add_person", "unit", unit.pk, name="钱九", username="q n")
    assert bad.status_code == UNPROCESSABLE


def test_person_gets_another_name(keeper: Client, people: People) -> None:
    act(keeper, "edit_person", "person", people.zhang.pk, name="张三丰")
    people.zhang.refresh_from_db()
    assert people.zhang.name == "张三丰"


def test_person_is_deactivated_and_let_in_again(keeper: Client, people: People) -> None:
    act(keeper, "deactivate", "person", people.zhang.pk)
    assert not Person.objects.get(pk=people.zhang.pk).is_active
    assert "已停用" in keeper.get(reverse("accounts:people")).content.decode()
    act(keeper, "activate", "person", people.zhang.pk)
    assert Person.objects.get(pk=people.zhang.pk).is_active
    assert [name for name, *_ in acts()] == ["accounts.deactivate", "accounts.activate"]


def test_grant_is_given_and_taken_back(keeper: Client, people: People) -> None:
    zhang, part = people.zhang, people.below.unit
    act(keeper, "add_grant", "person", zhang.pk, role="reviewer", unit=part.pk)
    grant = zhang.grants.get(role="reviewer")
    again = act(keeper, "add_grant", "person", zhang.pk, role="reviewer", unit=part.pk)
    assert again.status_code == CONFLICT
    act(keeper, "end_grant", "grant", grant.pk)
    assert set(zhang.grants.values_list("role", flat=True)) == {"clerk"}
    key = f"张三@{part.pk}"
    assert acts() == [
        ("accounts.add_grant", key, "reviewer"),
        ("accounts.end_grant", key, "reviewer"),
    ]


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_administrator_has_no_other_role(keeper: Client, people: People, role: str) -> None:
    zhang = people.zhang
    answer = act(keeper, "add_grant", "person", zhang.pk, role=role, unit=zhang.unit.pk)
    assert answer.status_code == CONFLICT
    assert "不能兼别的角色" in answer.content.decode()
    role_of(zhang, PersonRole.AUDIT)
    answer = act(keeper, "add_grant", "person", zhang.pk, role="clerk", unit=zhang.unit.pk)
    assert answer.status_code == CONFLICT


def test_grant_in_a_unit_out_of_reach_is_refused(people: People) -> None:
    me = logged_in(role_of(people.li, PersonRole.SYSTEM))
    answer = act(
        me, "add_grant", "person", people.zhang.pk, role="author", unit=people.above.unit.pk
    )
    assert answer.status_code == UNPROCESSABLE
    assert people.zhang.grants.count() == 1


@pytest.mark.parametrize("name", ["reset_password", "deactivate", "activate"])
def test_who_has_a_role_above_is_not_changed_from_below(people: People, name: str) -> None:
    me = logged_in(role_of(people.li, PersonRole.SYSTEM))
    people.zhang.grants.all().delete()
    Grant.objects.create(person=people.zhang, role=PersonRole.SYSTEM, unit=people.above.unit)
    assert act(me, name, "person", people.zhang.pk).status_code == CONFLICT
    assert not acts()


def test_last_keeper_of_the_tree_stays(keeper: Client, people: People) -> None:
    me = people.above
    for answer in (
        act(keeper, "deactivate", "person", me.pk),
        act(keeper, "end_grant", "grant", me.grants.get().pk),
    ):
        assert answer.status_code == CONFLICT
    assert Person.objects.get(pk=me.pk).is_active
    assert me.grants.count() == 1
    assert not acts()


def test_security_administrator_gives_roles_and_adds_nobody(people: People) -> None:
    me = logged_in(role_of(people.above, PersonRole.SECURITY))
    page = me.get(reverse("accounts:unit", kwargs={"unit": people.zhang.unit.pk})).content.decode()
    assert "加人员" not in page
    answer = act(
        me, "add_grant", "person", people.zhang.pk, role="author", unit=people.zhang.unit.pk
    )
    assert answer.status_code == 302
    assert act(me, "reset_password", "person", people.zhang.pk).status_code == 404


def test_people_are_found_by_name_account_or_unit(keeper: Client, people: People) -> None:
    for asked in ("赵六", "河道所"):
        page = keeper.get(reverse("accounts:people"), {"q": asked}).content.decode()
        assert "赵六</a>" in page
        assert "张三</a>" not in page


def test_audit_is_a_page_of_the_audit_administrator(people: People) -> None:
    keeper = logged_in(role_of(people.above, PersonRole.SYSTEM))
    act(keeper, "deactivate", "person", people.zhang.pk)
    address = reverse("audit:entries")
    assert keeper.get(address).status_code == 404
    auditor = logged_in(role_of(people.li, PersonRole.AUDIT))
    page = auditor.get(address).content.decode()
    assert "停用" in page
    head = str(verify().head)
    assert head in page
    assert "完好" in auditor.get(address, {"head": head}).content.decode()
    changed = head[:-1] + ("0" if head[-1] != "0" else "1")
    assert "和留存的校验码不同" in auditor.get(address, {"head": changed}).content.decode()
    assert auditor.get(address, {"head": "什么"}).status_code == UNPROCESSABLE


def test_demonstration_has_somebody_for_each_role(db) -> None:
    lines = make_demo(DeskWays(putting_in.take, ledger_work.take))
    assert set(PersonRole) == set(Grant.objects.values_list("role", flat=True))
    for person in Person.objects.all():
        assert person.name.startswith("演示")
        (line,) = (line for line in lines if f" {person.username} " in line)
        assert person.check_password(line.split()[-1])
    assert not verify().faults


def test_every_act_of_an_administrator_has_its_words_in_the_audit(keeper: Client) -> None:
    read = {"duties", "units", "unit", "people", "person", "security", "invitations"}
    # They do to many what others do to one.
    many = {"answer_requests", "invite_people", "give_roles"}
    assert {f"accounts.{name}" for name in set(TABLE.acts) - read - many} <= set(ACTS)
    assert {"unit", "person", "grant", "batch"} <= set(KINDS)
