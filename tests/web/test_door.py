"""The desk answers to the person who started it, and to nobody else."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

from bench.desk.running import RunningDesk


def ask(desk: RunningDesk, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(desk.base).netloc)
    connection.request(
        method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    return connection.getresponse()


def let_in(desk: RunningDesk) -> str:
    """The cookie that a browser gets for a new link, which the program asks of itself."""
    import json

    running = json.loads((desk.data / "running.json").read_text(encoding="utf-8"))
    return f"duizhao-desk={running['cookie']}"


def test_without_the_cookie_nothing_is_answered(desk: RunningDesk) -> None:
    for path in ("/", "/begin", "/files/0123456789abcdef/", "/nowhere", "/?key=wrong", "/?key="):
        assert ask(desk, "GET", path).status == 403
        assert ask(desk, "POST", path, Origin=desk.base).status == 403


def test_cookie_opens_the_page(desk: RunningDesk) -> None:
    assert ask(desk, "GET", "/", Cookie=let_in(desk)).status == 200


def test_key_is_good_once(desk: RunningDesk) -> None:
    cookie = let_in(desk)
    answer = ask(desk, "POST", "/link", Cookie=cookie, Origin=desk.base)
    link = answer.read().decode()
    path = link.removeprefix(desk.base)
    first = ask(desk, "GET", path)
    assert first.status == 302
    assert first.headers["Set-Cookie"].strip().startswith(cookie)
    assert ask(desk, "GET", path).status == 403


def test_other_name_of_this_computer_is_refused(desk: RunningDesk) -> None:
    assert ask(desk, "GET", "/", Cookie=let_in(desk), Host="duizhao.example:80").status == 403


def test_page_of_another_site_changes_nothing(desk: RunningDesk) -> None:
    for origin in ("http://duizhao.example", "null", ""):
        headers = {"Cookie": let_in(desk), **({"Origin": origin} if origin else {})}
        assert ask(desk, "POST", "/begin", **headers).status == 403


def test_answers_forbid_what_is_not_ours(desk: RunningDesk) -> None:
    answer = ask(desk, "GET", "/", Cookie=let_in(desk))
    assert answer.headers["Content-Security-Policy"].startswith(
        "default-src 'none'; script-src 'self'"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
