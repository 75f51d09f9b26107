"""The authenticator app: set up, asked for, each code good once, lost and reset."""

from __future__ import annotations

import re
import time

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from people import People, logged_in
from test_accounts import role_of
from test_entering import GOOD, LOGIN, with_password

from duizhao.errors import DuizhaoError
from duizhao.web.account_reset import reset_account
from duizhao.web.accounts import time_codes
from duizhao.web.accounts.actions import second_factor as actions
from duizhao.web.accounts.actions.people import let_in_again
from duizhao.web.accounts.models import (
    LoginThrottle,
    OpenSession,
    Person,
    SecondFactor,
    SecurityPolicy,
)
from duizhao.web.audit.models import AuditEntry
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct

CODE, SET_UP = "/login/code", "/mine/second-factor"


NOW = 59_000_000


@pytest.fixture(autouse=True)
def _time_stands_still(monkeypatch) -> None:
    monkeypatch.setattr(time_codes, "step_at", lambda _: NOW)


def code_of(person: Person, steps: int = 0) -> str:
    return time_codes.code_at(actions.begin(person=person), NOW + steps)


def with_factor(person: Person) -> Person:
    """Somebody with an app, none of whose codes is used."""
    with_password(person)
    actions.begin(person=person)
    actions.confirm(person=person, code=code_of(person))
    SecondFactor.objects.update(last_step=0)
    return person


def with_right_password(person: Person) -> Client:
    client = Client()
    answer = client.post(LOGIN, {"username": person.username, "password": GOOD})
    assert answer["Location"] == CODE
    return client


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """RFC 6238, appendix B, the last six digits."""
    step = seconds // time_codes.STEP_SECONDS
    assert time_codes.code_at(b"12345678901234567890", step) == code


def test_app_is_set_up_with_a_code_and_gives_recovery_codes_once(people: People) -> None:
    zhang = logged_in(people.zhang)
    page = zhang.get(SET_UP).content.decode()
    assert "<svg" in page
    typed = time_codes.typed(actions.begin(person=people.zhang))
    assert typed in page.replace(" ", "")
    assert zhang.post(SET_UP, {"code": "000000"}).status_code == 422
    shown = zhang.post(SET_UP, {"code": code_of(people.zhang)}).content.decode()
    codes = re.findall(r"\w{4}-\w{4}-\w{4}-\w{4}", shown)
    assert len(set(codes)) == time_codes.RECOVERY_CODES
    assert zhang.get(SET_UP).status_code == 302
    assert not any(each in zhang.get("/mine/").content.decode() for each in codes)
    assert "accounts.confirm_factor" in AuditEntry.objects.values_list("act", flat=True)


def test_phone_with_a_wrong_clock_is_told_so(people: People) -> None:
    zhang = logged_in(people.zhang)
    zhang.get(SET_UP)
    page = zhang.post(SET_UP, {"code": code_of(people.zhang, 10)}).content.decode()
    assert "手机的时间比这里快了约 5 分钟" in page


def test_password_alone_does_not_let_in(people: People) -> None:
    half = with_right_password(with_factor(people.zhang))
    assert half.get("/")["Location"].startswith(LOGIN)
    assert half.post(CODE, {"code": "000000"}).status_code == 422
    assert half.post(CODE, {"code": code_of(people.zhang)}).status_code == 302
    assert half.get("/").status_code == 200


def test_code_page_without_a_password_leads_to_the_login(people: People) -> None:
    with_factor(people.zhang)
    assert Client().post(CODE, {"code": code_of(people.zhang)})["Location"] == LOGIN


def test_half_way_in_is_forgotten_after_five_minutes_and_with_a_new_password(
    people: People,
) -> None:
    with_factor(people.zhang)
    late, other = with_right_password(people.zhang), with_right_password(people.zhang)
    session = late.session
    session["half-in"] = {**session["half-in"], "at": time.time() - 301}
    session.save()
    assert late.post(CODE, {"code": code_of(people.zhang)})["Location"] == LOGIN
    people.zhang.set_password("another-good-one")
    people.zhang.save()
    assert other.post(CODE, {"code": code_of(people.zhang)})["Location"] == LOGIN


@pytest.mark.parametrize(("steps", "is_in"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_clock_may_be_half_a_minute_off(people: People, steps: int, is_in: bool) -> None:
    half = with_right_password(with_factor(people.zhang))
    answer = half.post(CODE, {"code": code_of(people.zhang, steps)})
    assert (answer.status_code == 302) == is_in


def test_code_is_good_once(people: People) -> None:
    code = code_of(with_factor(people.zhang))
    first, second = with_right_password(people.zhang), with_right_password(people.zhang)
    assert first.post(CODE, {"code": code}).status_code == 302
    assert second.post(CODE, {"code": code}).status_code == 422


def test_earlier_code_is_refused_after_a_later_one(people: People) -> None:
    with_factor(people.zhang)
    first, second = with_right_password(people.zhang), with_right_password(people.zhang)
    assert first.post(CODE, {"code": code_of(people.zhang, 1)}).status_code == 302
    assert second.post(CODE, {"code": code_of(people.zhang)}).status_code == 422


def test_recovery_code_is_good_once_however_it_is_typed(people: People) -> None:
    with_password(people.zhang)
    actions.begin(person=people.zhang)
    code = actions.confirm(person=people.zhang, code=code_of(people.zhang))[0]
    first, second = with_right_password(people.zhang), with_right_password(people.zhang)
    assert first.post(CODE, {"code": code.upper().replace("-", " ")}).status_code == 302
    assert second.post(CODE, {"code": code}).status_code == 422


def test_wrong_codes_lock_like_wrong_passwords(people: People) -> None:
    half = with_right_password(with_factor(people.zhang))
    statuses = [half.post(CODE, {"code": "000000"}).status_code for _ in range(5)]
    assert statuses == [422] * 4 + [429]
    # A right password in between takes no failure back.
    assert LoginThrottle.objects.get().failures == 5
    assert half.post(CODE, {"code": code_of(people.zhang)}).status_code == 429


def test_secret_is_sealed_for_one_person_of_one_site(people: People, settings) -> None:
    with_factor(people.zhang)
    secret = actions.begin(person=people.zhang)
    sealed = bytes(SecondFactor.objects.get().sealed_secret)
    assert secret not in sealed
    assert time_codes.open_secret(sealed, people.zhang.pk) == secret
    with pytest.raises(ValueError, match="MAC"):
        time_codes.open_secret(sealed, people.li.pk)
    settings.SECRET_KEY = "other"
    with pytest.raises(ValueError, match="MAC"):
        time_codes.open_secret(sealed, people.zhang.pk)


def test_role_that_needs_a_code_sets_it_up_before_anything_else(people: People) -> None:
    with_password(people.zhang)
    SecurityPolicy.objects.create(pk=1, roles_with_code=["clerk"])
    zhang = Client()
    zhang.post(LOGIN, {"username": "张三", "password": GOOD})
    assert zhang.get("/")["Location"] == SET_UP
    assert "安全管理员要求" in zhang.get(SET_UP).content.decode()
    zhang.post(SET_UP, {"code": code_of(people.zhang)})
    assert zhang.get("/").status_code == 200


def test_security_administrator_sees_who_has_not_set_it_up(people: People) -> None:
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    SecurityPolicy.objects.create(pk=1, roles_with_code=["clerk"])
    with_factor(people.li)
    page = keeper.get(reverse("accounts:security")).content.decode()
    assert "张三</a>" in page
    assert "李四</a>" not in page


def test_reset_is_for_the_security_administrator_and_recorded(people: People) -> None:
    with_factor(people.zhang)
    address = reverse("accounts:reset_factor", kwargs={"person": people.zhang.pk})
    for other in (people.zhang, role_of(people.li, PersonRole.SYSTEM)):
        assert logged_in(other).post(address).status_code == 404
    zhang = logged_in(people.zhang)
    keeper = logged_in(role_of(people.above, PersonRole.SECURITY))
    assert keeper.post(address).status_code == 302
    assert not SecondFactor.objects.exists()
    assert zhang.get("/").status_code == 302
    last = AuditEntry.objects.order_by("number").last()
    assert last
    assert (last.act, last.actor, last.key) == ("accounts.reset_factor", "孙七", "张三")


def test_security_administrator_does_not_reset_their_own(people: People) -> None:
    me = with_factor(role_of(people.above, PersonRole.SECURITY))
    answer = logged_in(me).post(reverse("accounts:reset_factor", kwargs={"person": me.pk}))
    assert answer.status_code == 409


def test_new_recovery_codes_need_a_code_and_end_the_old_ones(people: People) -> None:
    with_password(people.zhang)
    actions.begin(person=people.zhang)
    old = actions.confirm(person=people.zhang, code=code_of(people.zhang))[0]
    SecondFactor.objects.update(last_step=0)
    zhang = logged_in(people.zhang)
    renew = "/mine/recovery-codes"
    assert zhang.post(renew, {"code": "000000"}).status_code == 422
    assert zhang.post(renew, {"code": code_of(people.zhang)}).status_code == 200
    assert with_right_password(people.zhang).post(CODE, {"code": old}).status_code == 422


def test_who_keeps_the_server_lets_the_only_administrator_in_again(people: People) -> None:
    me = with_factor(role_of(people.above, PersonRole.SECURITY))
    browser = logged_in(me)
    password = let_in_again(username=me.username)
    assert browser.get("/mine/").status_code == 302
    entered = Client()
    answer = entered.post(LOGIN, {"username": me.username, "password": password})
    assert answer["Location"] == reverse("site:start")
    assert entered.get("/security/")["Location"] == "/password"
    entry = AuditEntry.objects.get(act="accounts.let_in_again")
    assert (entry.actor, entry.key) == ("", me.username)
    for nobody in ("没有这个人", "desk"):
        with pytest.raises(RefusedAct, match="没有能登录的账号"):
            let_in_again(username=nobody)


def test_account_of_a_folder_without_data_is_not_reset(tmp_path) -> None:
    with pytest.raises(DuizhaoError, match="没有对照的数据"):
        reset_account(tmp_path, "zhou")


def test_site_with_another_key_takes_recovery_codes_alone(people: People, settings) -> None:
    """As after a database that was put back without the file secret.key."""
    with_password(people.zhang)
    actions.begin(person=people.zhang)
    given = code_of(people.zhang)
    kept = actions.confirm(person=people.zhang, code=given)[0]
    SecondFactor.objects.update(last_step=0)
    settings.SECRET_KEY = "other"
    half = with_right_password(people.zhang)
    assert half.post(CODE, {"code": given}).status_code == 422
    assert half.post(CODE, {"code": kept}).status_code == 302


def test_key_of_a_session_is_new_after_each_step_of_the_way_in(people: People) -> None:
    """After the password, after the code of the telephone, after one is set up, after a change of password."""
    with_password(people.zhang)
    client, keys, new = Client(), [], "liu-an-hua-ming-1"
    secret = actions.begin(person=people.zhang)
    for address, given in (
        (LOGIN, {"username": "张三", "password": GOOD}),
        (SET_UP, {"code": time_codes.code_at(secret, NOW)}),
        ("/password", {"current": GOOD, "password": new, "again": new}),
        ("/logout", {}),
        (LOGIN, {"username": "张三", "password": new}),
        (CODE, {"code": time_codes.code_at(secret, NOW + 1)}),
    ):
        assert client.post(address, given).status_code in (200, 302)
        keys.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    assert len(set(keys)) == len(keys)
    assert [each.pk for each in OpenSession.objects.all()] == keys[-1:]
