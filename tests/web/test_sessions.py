"""Where somebody is logged in: listed, ended, ended by themselves; and failed tries with waits that grow."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import People, logged_in
from test_accounts import role_of
from test_entering import GOOD, LOGIN, with_password

from duizhao.web.accounts.actions.sessions import end_everybodys_sessions
from duizhao.web.accounts.actions.throttling import OF_ACCOUNT, account_subject
from duizhao.web.accounts.models import LoginThrottle, OpenSession, Person, SecurityPolicy
from duizhao.web.audit.models import AuditEntry
from duizhao.web.person_role import PersonRole

MINE, END = "/mine/", "/mine/end-session"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML) Chrome/120.0 Safari/537.36"


def wrong(username: str, times: int, address: str = "127.0.0.1") -> list[int]:
    given = {"username": username, "password": "x"}
    return [Client(REMOTE_ADDR=address).post(LOGIN, given).status_code for _ in range(times)]


def wait_over() -> None:
    LoginThrottle.objects.update(locked_until=timezone.now())


def minutes_to_wait(username: str) -> int:
    until = LoginThrottle.objects.get(pk=account_subject(username)).locked_until
    assert until
    return round((until - timezone.now()).total_seconds() / 60)


def at_home(person: Person, address: str = "10.1.2.3") -> Client:
    client = Client(REMOTE_ADDR=address, headers={"User-Agent": CHROME})
    given = {"username": person.username, "password": GOOD}
    assert client.post(LOGIN, given).status_code == 302
    return client


def test_each_wait_is_twice_the_one_before_and_ends(people: People) -> None:
    with_password(people.zhang)
    assert wrong("张三", 5)[-1] == 429
    waits = [minutes_to_wait("张三")]
    for _ in range(8):
        wait_over()
        wrong("张三", 1)
        waits.append(minutes_to_wait("张三"))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    wait_over()
    at_home(people.zhang)
    assert not LoginThrottle.objects.filter(pk=account_subject("张三")).exists()


def test_tries_while_one_waits_make_the_wait_no_longer(people: People) -> None:
    wrong("张三", 5)
    before = LoginThrottle.objects.get()
    assert wrong("张三", 3) == [429] * 3
    after = LoginThrottle.objects.get()
    assert (after.failures, after.locked_until) == (before.failures, before.locked_until)


def test_failures_of_another_day_are_forgotten(people: People) -> None:
    with_password(people.zhang)
    wrong("张三", 4)
    LoginThrottle.objects.update(last_at=timezone.now() - OF_ACCOUNT.forgotten * 2)
    assert wrong("张三", 1) == [422]


def test_unknown_account_waits_like_a_known_one(people: People) -> None:
    with_password(people.zhang)
    assert wrong("张三", 6) == wrong("没有这个人", 6) == [422] * 4 + [429] * 2
    assert not LoginThrottle.objects.filter(subject__contains="没有").exists()


def test_unknown_account_costs_a_hash_like_a_known_one(people: People, monkeypatch) -> None:
    """Nobody learns from the time of the answer whether there is an account."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return str(encode(self, password, salt))

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    with_password(people.zhang)
    with_password(people.li)
    Person.objects.filter(pk=people.li.pk).update(is_active=False)
    with_password(people.wang)
    Person.objects.filter(pk=people.wang.pk).update(
        last_day=timezone.localdate() - timedelta(days=1)
    )
    # 赵六 has a slip and no password yet.
    people.below.set_unusable_password()
    people.below.save()
    counts = []
    for name in ("张三", "李四", "王五", "赵六", "没有这个人"):
        hashed.clear()
        wrong(name, 1)
        counts.append(len(hashed))
    assert len(set(counts)) == 1


def test_address_waits_after_thirty_failures_whatever_the_account(people: People) -> None:
    with_password(people.zhang)
    statuses = [wrong(f"甲{at}", 1, "10.9.9.9")[0] for at in range(30)]
    assert statuses == [422] * 29 + [429]
    there = Client(REMOTE_ADDR="10.9.9.9")
    given = {"username": "张三", "password": GOOD}
    assert there.post(LOGIN, given).status_code == 429
    at_home(people.zhang, "10.9.9.8")
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    assert "10.9.9.9" in keeper.get(reverse("accounts:security")).content.decode()
    keeper.post(reverse("accounts:unlock_address"), {"address": "10.9.9.9"})
    assert there.post(LOGIN, given).status_code == 302
    assert "accounts.unlock_address" in AuditEntry.objects.values_list("act", flat=True)


def test_machine_itself_is_no_address_that_waits(people: People) -> None:
    """Behind a proxy on the same machine it would be everybody's."""
    assert [wrong(f"甲{at}", 1)[0] for at in range(31)] == [422] * 31


def test_security_administrator_unlocks_and_nobody_else(people: People) -> None:
    with_password(people.zhang)
    wrong("张三", 5)
    address = reverse("accounts:unlock", kwargs={"person": people.zhang.pk})
    assert logged_in(role_of(people.li, PersonRole.SYSTEM)).post(address).status_code == 404
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    page = keeper.get(reverse("accounts:person", kwargs={"person": people.zhang.pk}))
    assert "解锁" in page.content.decode()
    keeper.post(address)
    at_home(people.zhang)
    assert "accounts.unlock" in AuditEntry.objects.values_list("act", flat=True)


def test_sessions_are_listed_with_place_and_browser_and_ended_one_by_one(people: People) -> None:
    with_password(people.zhang)
    home, office = at_home(people.zhang), at_home(people.zhang, "10.1.2.4")
    page = office.get(MINE).content.decode()
    assert "10.1.2.3，Windows，Chrome 一类" in page
    assert page.count("就是这里") == 1
    assert office.session.session_key not in page
    name = page.partition('name="session" value="')[2].partition('"')[0]
    office.post(END, {"session": name})
    assert home.get("/")["Location"].startswith(LOGIN)
    assert office.get(MINE).status_code == 200


def test_all_other_sessions_end_at_once(people: People) -> None:
    with_password(people.zhang)
    others = [at_home(people.zhang) for _ in range(2)]
    me, li = at_home(people.zhang), logged_in(people.li)
    me.post(END)
    assert all(each.get("/").status_code == 302 for each in others)
    assert me.get(MINE).status_code == 200
    assert li.get(MINE).status_code == 200


def test_administrator_ends_the_sessions_of_somebody(people: People) -> None:
    with_password(people.zhang)
    home = at_home(people.zhang)
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    page = keeper.get(reverse("accounts:person", kwargs={"person": people.zhang.pk}))
    assert "10.1.2.3" in page.content.decode()
    keeper.post(reverse("accounts:end_sessions", kwargs={"person": people.zhang.pk}))
    assert home.get("/").status_code == 302
    last = AuditEntry.objects.order_by("number").last()
    assert last
    assert (last.act, last.actor, last.key) == ("accounts.end_sessions", "孙七", "张三")


def test_new_role_ends_the_sessions(people: People) -> None:
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    zhang = logged_in(people.zhang)
    given = {"role": "reviewer", "unit": people.zhang.unit.pk}
    keeper.post(reverse("accounts:add_grant", kwargs={"person": people.zhang.pk}), given)
    assert zhang.get("/").status_code == 302


@pytest.mark.parametrize(
    ("idle", "begun", "is_open"), [(59, 480, True), (61, 62, False), (59, 541, False)]
)
def test_session_ends_after_an_idle_hour_and_after_nine_hours(
    people: People, idle: int, begun: int, is_open: bool
) -> None:
    zhang = logged_in(people.zhang)
    session = zhang.session
    now = timezone.now()
    session["begun"] = (now - timedelta(minutes=begun)).isoformat()
    session.save()
    OpenSession.objects.update(seen_at=now - timedelta(minutes=idle))
    answer = zhang.get(MINE)
    assert (answer.status_code == 200) == is_open
    assert OpenSession.objects.exists() == is_open
    if is_open:
        assert timezone.now() - OpenSession.objects.get().seen_at < timedelta(minutes=1)


def test_security_administrator_sets_the_limits(people: People) -> None:
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    given = {"password_characters": 12, "kept_passwords": 2, "password_days": 90}
    given |= {"idle_minutes": 10, "session_hours": 4}
    save = reverse("accounts:save_policy")
    assert keeper.post(save, {**given, "idle_minutes": 1}).status_code == 422
    assert keeper.post(save, given).status_code == 302
    zhang = logged_in(people.zhang)
    OpenSession.objects.update(seen_at=timezone.now() - timedelta(minutes=11))
    assert zhang.get(MINE).status_code == 302
    below = logged_in(role_of(people.li, PersonRole.SECURITY))
    assert below.post(save, given).status_code == 409
    assert SecurityPolicy.current().password_days == 90


def test_last_passwords_do_not_come_back(people: People) -> None:
    with_password(people.zhang)
    zhang = at_home(people.zhang)
    passwords = [GOOD, "liu-an-hua-ming-1", "liu-an-hua-ming-2", "liu-an-hua-ming-3"]

    def change(old: str, new: str) -> int:
        return zhang.post("/password", {"current": old, "password": new, "again": new}).status_code

    for old, new in pairwise(passwords):
        assert change(old, new) == 200
    assert change(passwords[3], passwords[1]) == 422
    assert change(passwords[3], passwords[0]) == 200


def test_password_that_is_too_old_is_changed_first(people: People) -> None:
    SecurityPolicy.objects.create(pk=1, password_days=90)
    people.zhang.password_changed_at = timezone.now() - timedelta(days=91)
    with_password(people.zhang)
    zhang = at_home(people.zhang)
    assert zhang.get("/")["Location"] == "/password"
    assert "用了很久" in zhang.get("/password").content.decode()


@pytest.mark.parametrize("page", ["/people/", "/security/", "/mine/"])
def test_pages_of_administrators_take_few_queries(
    people: People, page: str, django_assert_max_num_queries
) -> None:
    for at in range(60):
        Person.objects.create(username=f"钱{at}", name=f"钱{at}", unit=people.zhang.unit)
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    with django_assert_max_num_queries(30):
        assert keeper.get(page).status_code == 200


def test_what_is_over_is_neither_shown_nor_kept(people: People) -> None:
    with_password(people.zhang)
    logged_in(people.li)
    idle = at_home(people.zhang, "10.1.2.5")
    OpenSession.objects.filter(pk=idle.session.session_key).update(
        seen_at=timezone.now() - timedelta(hours=2)
    )
    OpenSession.objects.filter(person=people.li).update(expire_date=timezone.now())
    wrong("没有这个人", 2)
    LoginThrottle.objects.update(last_at=timezone.now() - OF_ACCOUNT.forgotten * 2)
    me = at_home(people.zhang)
    assert "10.1.2.5" not in me.get(MINE).content.decode()
    assert not OpenSession.objects.filter(person=people.li).exists()
    assert not LoginThrottle.objects.filter(pk=account_subject("没有这个人")).exists()


def test_sessions_of_a_backup_that_was_put_back_are_over(people: People) -> None:
    client = logged_in(people.li)
    assert client.get(MINE).status_code == 200
    end_everybodys_sessions()
    assert client.get(MINE).status_code == 302


def test_session_of_before_the_login_is_none_after_it(people: People) -> None:
    """Whoever has planted a session in a browser does not share it with the person who logs in there."""
    with_password(people.zhang)
    client = Client()
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted = session.session_key
    client.post(LOGIN, {"username": "张三", "password": GOOD})
    assert client.session.session_key != planted
    stolen = Client()
    stolen.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert stolen.get(MINE)["Location"].startswith(LOGIN)


def test_session_of_somebody_else_is_not_gone_on_with(people: People) -> None:
    with_password(people.zhang)
    client = logged_in(people.li)
    before = client.session.session_key
    client.post(LOGIN, {"username": "张三", "password": GOOD})
    assert not OpenSession.objects.filter(pk=before).exists()
    assert set(OpenSession.objects.values_list("person", flat=True)) == {people.zhang.pk}


def test_change_of_password_ends_the_other_sessions(people: People) -> None:
    with_password(people.zhang)
    here, there = at_home(people.zhang), at_home(people.zhang, "10.1.2.4")
    new = "liu-an-hua-ming-1"
    here.post("/password", {"current": GOOD, "password": new, "again": new})
    assert here.get(MINE).status_code == 200
    assert there.get(MINE)["Location"].startswith(LOGIN)
