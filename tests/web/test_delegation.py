"""Somebody acts in the role of another for a time: just that role, just these days, in both names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from dossiers import dossier_of
from people import People, logged_in
from submitted import submission_of
from test_accounts import role_of

from duizhao.web.accounts.actions.delegating import begin_acting, delegate
from duizhao.web.accounts.actions.grants import add_grant
from duizhao.web.accounts.models import Delegation, Grant, Person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.person_role import ADMINISTRATORS, PersonRole
from duizhao.web.rectification.actions import match_people
from duizhao.web.rectification.actions.moving import is_owner
from duizhao.web.refused_act import RefusedAct
from duizhao.web.submissions.actions import accept

MINE, ACT, ASK, DROP = "/mine/", "/mine/act-for", "/mine/delegate", "/mine/drop-delegation"


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def delegated(giver: Person, taker: Person, first: int = 0, last: int = 3) -> Delegation:
    return delegate(
        giver=giver,
        taker=taker,
        grant=giver.grants.get(),
        first_day=today(first),
        last_day=today(last),
    )


def acting(delegation: Delegation) -> Client:
    client = logged_in(delegation.taker)
    assert client.post(ACT, {"delegation": delegation.pk}).status_code == 302
    return client


@pytest.fixture
def author(people: People) -> Person:
    """李四, who writes, and stands in for 张三, the clerk."""
    return role_of(people.li, PersonRole.AUTHOR)


def test_colleague_is_asked_on_the_page_of_ones_account(people: People, author: Person) -> None:
    zhang = logged_in(people.zhang)
    page = zhang.get(MINE).content.decode()
    assert "请人代办" in page
    assert "李四</option>" in page
    assert "王五</option>" not in page
    given = {"taker": author.pk, "grant": people.zhang.grants.get().pk}
    days = {"first_day": f"{today()}", "last_day": f"{today(2)}"}
    assert zhang.post(ASK, {**given, **days, "last_day": f"{today(-1)}"}).status_code == 409
    assert zhang.post(ASK, {**given, **days}).status_code == 302
    assert "李四 代你" in zhang.get(MINE).content.decode()
    assert "你代 张三" in logged_in(author).get(MINE).content.decode()
    entry = AuditEntry.objects.get(act="accounts.delegate")
    assert (entry.actor, entry.key, entry.note) == ("张三", "李四 代 张三", "clerk")


def test_who_acts_has_that_role_alone_and_is_named_in_the_head(
    people: People, author: Person
) -> None:
    dossier = dossier_of(people.zhang)
    plan = reverse("meetings:plan", kwargs={"dossier": dossier.key})
    assert logged_in(author).get(plan).status_code == 404
    li = acting(delegated(people.zhang, author))
    page = li.get(plan).content.decode()
    assert "李四 代 张三" in page
    assert li.get(reverse("submissions:reviews")).status_code == 404
    li.post(ACT)
    assert li.get(plan).status_code == 404


def test_everything_is_recorded_in_both_names(people: People, author: Person) -> None:
    dossier = dossier_of(people.zhang)
    li = acting(delegated(people.zhang, author))
    place = reverse("meetings:close", kwargs={"dossier": dossier.key})
    li.post(place)
    acts = dict(AuditEntry.objects.values_list("act", "actor"))
    assert acts["accounts.act_for"] == "李四 代 张三"
    others = {
        actor for act, actor in acts.items() if act.startswith("meetings.") and "begin" not in act
    }
    assert others == {"李四 代 张三"}


@pytest.mark.parametrize(("first", "last", "runs"), [(0, 0, True), (-2, 1, True), (1, 3, False)])
def test_role_holds_from_the_first_day_to_the_last(
    people: People, author: Person, first: int, last: int, runs: bool
) -> None:
    made = delegated(people.zhang, author, first, last)
    answer = logged_in(author).post(ACT, {"delegation": made.pk})
    assert (answer.status_code == 302) == runs


def over(made: Delegation) -> None:
    Delegation.objects.update(first_day=today(-5), last_day=today(-1))


def given_back(made: Delegation) -> None:
    made.giver.grants.all().delete()


def giver_gone(made: Delegation) -> None:
    Person.objects.filter(pk=made.giver_id).update(is_active=False)


def ended(made: Delegation) -> None:
    logged_in(made.giver).post(DROP, {"delegation": made.pk})


@pytest.mark.parametrize("end", [over, given_back, giver_gone, ended])
def test_session_that_acts_stops_when_the_delegation_does(
    people: People, author: Person, end
) -> None:
    dossier = dossier_of(people.zhang)
    plan = reverse("meetings:plan", kwargs={"dossier": dossier.key})
    made = delegated(people.zhang, author)
    li = acting(made)
    assert li.get(plan).status_code == 200
    end(made)
    assert li.get(plan)["Location"] == MINE
    assert li.get(plan).status_code == 404


def test_delegation_is_not_passed_on(people: People, author: Person) -> None:
    made = delegated(people.zhang, author)
    third = Person.objects.create(username="钱八", name="钱八", unit=author.unit)
    li = acting(made)
    given = {"taker": third.pk, "grant": people.zhang.grants.get().pk}
    days = {"first_day": f"{today()}", "last_day": f"{today()}"}
    assert li.post(ASK, {**given, **days}).status_code == 422
    begin_acting(delegation=made)
    with pytest.raises(RefusedAct, match="不能再请人"):
        delegate(
            giver=made.taker,
            taker=third,
            grant=people.zhang.grants.get(),
            first_day=today(),
            last_day=today(),
        )


@pytest.mark.parametrize("role", [*sorted(ADMINISTRATORS), "author", "member"])
def test_roles_of_administrators_and_of_ones_own_words_are_not_delegated(
    people: People, author: Person, role: str
) -> None:
    role_of(people.zhang, PersonRole(role))
    with pytest.raises(RefusedAct, match="只有经办人、审核人"):
        delegated(people.zhang, author)
    assert "请人代办" not in logged_in(people.zhang).get(MINE).content.decode()


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_administrator_comes_to_no_content_by_a_delegation(people: People, role: str) -> None:
    with pytest.raises(RefusedAct, match="看不得材料"):
        delegated(people.zhang, role_of(people.li, PersonRole(role)))
    people.li.grants.all().delete()
    delegated(people.zhang, people.li)
    with pytest.raises(RefusedAct, match="正代别人办事"):
        add_grant(person=people.li, role=PersonRole(role), unit=people.li.unit, by=people.above)


def test_who_acts_for_a_reviewer_decides_neither_on_their_own_nor_on_the_reviewers(
    people: People, author: Person
) -> None:
    role_of(people.zhang, PersonRole.REVIEWER)
    made = delegated(people.zhang, author)
    begin_acting(delegation=made)
    for owner in (author, people.zhang):
        found = submission_of(owner, is_read=False)
        with pytest.raises(RefusedAct, match="代人审核的"):
            accept(submission=found, number=found.handed_in, seen=found.version, by=made.taker)


def test_security_administrator_sees_and_ends_delegations(people: People, author: Person) -> None:
    made = delegated(people.zhang, author)
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    assert "李四 代 张三" in keeper.get(reverse("accounts:security")).content.decode()
    keeper.post(reverse("accounts:end_delegation", kwargs={"delegation": made.pk}))
    assert not Delegation.objects.open().exists()


def test_stranger_ends_no_delegation(people: People, author: Person) -> None:
    made = delegated(people.zhang, author)
    assert logged_in(people.wang).post(DROP, {"delegation": made.pk}).status_code == 404
    assert logged_in(people.wang).post(ACT, {"delegation": made.pk}).status_code == 404


@pytest.mark.parametrize(
    ("first", "last", "words"), [(2, 1, "之后"), (-3, -1, "已经过去"), (0, 181, "最多代办 180 天")]
)
def test_days_that_cannot_be_are_refused(
    people: People, author: Person, first: int, last: int, words: str
) -> None:
    with pytest.raises(RefusedAct, match=words):
        delegated(people.zhang, author, first, last)


def test_same_days_are_not_given_twice(people: People, author: Person) -> None:
    delegated(people.zhang, author)
    with pytest.raises(RefusedAct, match="已经请李四代办"):
        delegated(people.zhang, author, 3, 5)
    delegated(people.zhang, author, 4, 5)


def test_delegation_of_a_role_that_one_has_is_refused(people: People) -> None:
    with pytest.raises(RefusedAct, match="自己就有"):
        delegated(people.zhang, people.li)
    assert Grant.objects.filter(person=people.li).count() == 1


def test_who_acts_for_the_owner_of_a_row_does_not_accept_it(people: People, author: Person) -> None:
    """李四 acts for 张三, whose row it is: two hands of one."""
    batch = dossier_of(people.zhang).batch
    add_by_hand(batch=batch, by=people.zhang, cells={"problem": "会议偏多", "owner": "张三"})
    match_people(batch=batch)
    row = batch.ledger_rows.get()
    assert not is_owner(row, author)
    made = delegated(people.zhang, author)
    begin_acting(delegation=made)
    assert is_owner(row, made.taker)
    assert made.taker.signed_name == "李四 代 张三"
