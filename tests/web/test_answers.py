"""Every address as browsers, proxies and other sites see it: what is kept, what may run, what forged requests do."""

from __future__ import annotations

import re
from itertools import cycle
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.urls.converters import SlugConverter
from people import People, logged_in
from test_access import ALL, IN_DOSSIERS, MAKERS

from duizhao.web.accounts.models import Grant
from duizhao.web.attachment import TYPE_OF, UNKNOWN
from duizhao.web.headers import POLICY, SAVED_POLICY
from duizhao.web.person_role import PersonRole

LOOKS = ("site:look", "site:statement_script", "site:screening_script")
"""The same for everybody, and kept by browsers as long as the version is the same."""
WITHOUT_TOKEN = {
    "desk:link": "the program asks itself, through the door of the desk; a site has no such address",
    **dict.fromkeys(
        (
            "opinions:write",
            "opinions:send",
            "opinions:kept",
            "opinions:replies",
            "opinions:say_content",
        ),
        "no cookie is read or written there: whoever asks has a code, and no other site knows it",
    ),
}
WRITES = re.compile(r"^(INSERT INTO|UPDATE|DELETE FROM) \"?(\w+)", re.IGNORECASE)
NOTED = {
    "audit_auditentry": "a look at confidential words is recorded",
    "accounts_secondfactor": "the secret that the page shows as a QR code",
}
"""What reading a page writes: nothing that anybody would have asked for or refused."""


def named(name: str) -> dict[str, Any]:
    """Parameters that no object has."""
    return {
        kind: "0123456789abcdef" if isinstance(converter, SlugConverter) else 1
        for kind, converter in ALL[name].pattern.converters.items()
    }


@pytest.fixture
def worker(people: People) -> Client:
    """张三 with all roles."""
    for role in PersonRole:
        Grant.objects.get_or_create(person=people.zhang, role=role, unit=people.zhang.unit)
    return logged_in(people.zhang)


@pytest.mark.parametrize("name", ALL)
def test_answer_is_kept_by_nobody_and_runs_nothing(
    name: str, worker: Client, people: People
) -> None:
    made = [
        {kind: makers[kind](people.zhang)}
        for kind in ALL[name].pattern.converters
        for makers in (MAKERS, IN_DOSSIERS)
        if kind in makers
    ] or [named(name)]
    for each in made:
        address = reverse(name, kwargs=each)
        for headers in ({}, {"HX-Request": "true", "If-None-Match": "*"}):
            written: list[str] = []
            with connection.execute_wrapper(noting(written)):
                answer = worker.get(address, headers=headers)
            assert answer.status_code != 304
            assert set(written) <= set(NOTED), address
            of_safe_kind(name, answer)
        if answer.status_code == 405:
            of_safe_kind(name, worker.post(address))


def noting(written: list[str]) -> Any:
    def execute(run: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if (found := WRITES.match(sql)) and found[2] not in (
            "accounts_opensession",
            "django_session",
        ):
            written.append(found[2])
        return run(sql, params, many, context)

    return execute


def of_safe_kind(name: str, answer: Any) -> None:
    """A page that runs nothing but our own scripts, or a file to be saved; kept by no browser and no proxy."""
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    if name in LOOKS:
        assert answer["Cache-Control"].startswith("private")
        return
    assert answer["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified"} & set(answer.headers)
    if answer.get("Content-Disposition"):
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Security-Policy"] == SAVED_POLICY
        assert answer["Content-Type"] in {UNKNOWN, *TYPE_OF.values()}
    else:
        assert answer["Content-Security-Policy"] == POLICY
        assert answer["Content-Type"].startswith(("text/html", "text/plain", "application/json"))


def test_faults_and_what_is_not_there_are_kept_by_nobody(worker: Client) -> None:
    for answer in (worker.get("/there-is-no-such-page"), Client().get("/"), Client().get("/login")):
        assert answer["Cache-Control"] == "no-store"
        assert answer["Content-Security-Policy"] == POLICY


def test_form_of_another_site_is_refused_at_every_address(people: People) -> None:
    """Without the token, with that of somebody else, and with a forged origin or page."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.zhang)
    token = re.search(
        r'X-CSRFToken": "(\w+)"', client.get("/mine/").content.decode().replace("&quot;", '"')
    )
    assert token
    forged: tuple[dict[str, str], ...] = (
        {},
        {"X-CSRFToken": "a" * 64},
        {"X-CSRFToken": token[1], "Origin": "https://evil.test"},
        {"X-CSRFToken": token[1], "Origin": "null"},
    )
    asked = [name for name in ALL if name not in WITHOUT_TOKEN]
    for name, headers in zip(asked, cycle(forged), strict=False):
        answer = client.post(reverse(name, kwargs=named(name)), headers=headers)
        assert answer.status_code == 403, (name, headers)
    assert client.post("/mine/end-session", headers={"X-CSRFToken": token[1]}).status_code == 302


def test_page_of_another_site_is_no_source_of_forms_under_https(
    people: People, settings: Any
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.zhang)
    page = client.get("/mine/", secure=True).content.decode().replace("&quot;", '"')
    token = re.search(r'X-CSRFToken": "(\w+)"', page)
    assert token
    sent = {"X-CSRFToken": token[1]}
    for referer in (
        "",
        "https://evil.test/",
        "http://testserver/",
        "https://testserver.evil.test/",
    ):
        headers = {**sent, **({"Referer": referer} if referer else {})}
        answer = client.post("/mine/end-session", secure=True, headers=headers)
        assert answer.status_code == 403, referer
    headers = {**sent, "Referer": "https://testserver/mine/"}
    assert client.post("/mine/end-session", secure=True, headers=headers).status_code == 302


@pytest.mark.parametrize(
    "host", ["evil.test", "testserver.evil.test", "testserver:80@evil.test", "", "a b", "[::1"]
)
def test_other_name_of_the_site_leads_nowhere(host: str, people: People) -> None:
    """No page, no link and no redirect bears a name that the browser has sent."""
    client = logged_in(people.zhang)
    for path in ("/", "/mine/", "/login?next=/mine/", "/people/", "/no-such-page"):
        for headers in ({"Host": host}, {"X-Forwarded-Host": host or "evil.test"}):
            answer = client.get(path, headers=headers)
            assert b"evil.test" not in answer.content
            assert "evil.test" not in answer.get("Location", "")


@pytest.mark.parametrize(
    "asked",
    [
        "//evil.test", "///evil.test", "////evil.test/", "/\\evil.test", "\\\\evil.test", "https:evil.test",
        "https://evil.test", "HTTPS://evil.test", "https:///evil.test", "javascript:alert(1)", "data:text/html,x",
        "http://testserver@evil.test", "http://testserver.evil.test/", "\thttps://evil.test", "/%0d%0aSet-Cookie:x=1",
        "/\r\nSet-Cookie: x=1", "\x00//evil.test", "https://evil.test\\@testserver/", "//testserver@evil.test",
        "ftp://testserver/", "/\u2028/evil.test", "．．//evil.test", "／／evil.test",
    ],
)  # fmt: skip
def test_login_leads_to_no_other_site(asked: str, people: People) -> None:
    people.zhang.set_password("yun-xi-shui-wu-2026")
    people.zhang.save()
    for sent in ({"data": {}, "query_params": {"next": asked}}, {"data": {"next": asked}}):
        client = Client()
        entered = {"username": "张三", "password": "yun-xi-shui-wu-2026", **sent.pop("data")}
        answer = client.post("/login", entered, **sent)
        assert answer.status_code == 302
        place = answer["Location"]
        assert place.startswith("/")
        assert not place.startswith(("//", "/\\", "/\t"))
        assert not set(place) & set("\r\n\0\\")
        assert "x" not in client.cookies


def test_page_behind_https_is_left_for_no_plain_one(people: People) -> None:
    people.zhang.set_password("yun-xi-shui-wu-2026")
    people.zhang.save()
    entered = {"username": "张三", "password": "yun-xi-shui-wu-2026"}
    answer = Client().post("/login", {**entered, "next": "http://testserver/mine/"}, secure=True)
    assert answer["Location"] == "/site/start"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(people: People) -> None:
    people.zhang.set_password("yun-xi-shui-wu-2026")
    people.zhang.save()
    client = Client()
    client.get("/login")
    client.post("/login", {"username": "张三", "password": "yun-xi-shui-wu-2026"})
    cookies = {name: client.cookies[name] for name in client.cookies}
    assert set(cookies) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    for cookie in cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] in ("Lax", "Strict")
        assert not cookie["domain"]
