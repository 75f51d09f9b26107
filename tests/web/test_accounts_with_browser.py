"""From the slip to the locked door and back, in a real browser: invited, app set up, locked out, unlocked."""

from __future__ import annotations

import base64
import json
import time

import pytest
from test_workspace_with_browser import GOOD, RunningWorkspace, look, send, workspace  # noqa: F401

from chromium import CHROMIUM, Page
from duizhao.web.accounts.time_codes import STEP_SECONDS, code_at

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def words(browser: Page) -> str:
    return str(browser.ask("document.querySelector('main').innerText"))


def invited(browser: Page, base: str, code: str, faults: dict[str, object]) -> None:
    """Come in by a slip: the code comes behind # as in its QR code, and leaves the address."""
    as_nobody(browser, base)
    browser.open(f"{base}/invited#{code}")
    assert browser.ask("location.hash") == ""
    look(browser, faults)
    send(browser, "/invited")
    look(browser, faults)
    send(browser, "/invited", password=GOOD, again=GOOD)


def as_nobody(browser: Page, base: str) -> None:
    browser.call("Network.deleteCookies", name="duizhao-session", url=base)


def enter(browser: Page, base: str, username: str, password: str = GOOD) -> None:
    as_nobody(browser, base)
    browser.open(f"{base}/login")
    send(browser, "/login", username=username, password=password)


def test_slip_app_lock_and_unlocking(
    workspace: RunningWorkspace,  # noqa: F811
    browser: Page,
) -> None:
    faults: dict[str, object] = {}
    base = workspace.base
    browser.size(1280, 900)
    browser.errors.clear()
    as_nobody(browser, base)
    browser.open(base)
    given = {"unit": "云溪县", "name": "周管理", "username": "zhou"}
    send(browser, "/set-up", code=workspace.code, password=GOOD, again=GOOD, **given)
    browser.open(f"{base}/units/")
    browser.open(str(browser.ask("document.querySelector('.unit-tree a').href")))
    send(browser, "invite-people", people="吴安全 wu\n钱八", address="https://duizhao.example.cn")
    look(browser, faults)
    slips = "[...document.querySelectorAll('.slip .code')].map((each) => each.innerText)"
    guard, clerk = browser.ask(slips)
    browser.open(f"{base}/invitations/")
    assert "钱八" in words(browser)
    look(browser, faults)
    browser.open(f"{base}/people/")
    browser.open(str(browser.ask(
        "[...document.querySelectorAll('td a')].find((a) => a.innerText == '吴安全').href"
    )))  # fmt: skip
    send(browser, "add-grant", role="security")

    invited(browser, base, guard, faults)
    browser.open(f"{base}/security/")
    browser.ask("document.querySelector('input[value=clerk]').checked = true")
    send(browser, "/security/save")
    look(browser, faults)
    browser.open(f"{base}/people/")
    send(browser, "give-roles", role="clerk")

    invited(browser, base, clerk, faults)
    assert browser.ask("location.pathname") == "/mine/second-factor"
    look(browser, faults)
    typed = str(browser.ask("document.querySelector('.one-time').innerText")).replace(" ", "")
    secret = base64.b32decode(typed)
    code = code_at(secret, int(time.time()) // STEP_SECONDS)
    send(browser, "second-factor", code=code)
    look(browser, faults)
    kept = browser.ask("document.querySelector('.recovery li').innerText")
    browser.open(f"{base}/mine/")
    assert "就是这里" in words(browser)
    look(browser, faults)

    for _ in range(5):
        enter(browser, base, "钱八", "xue-hua-piao-3")
    assert "输错的次数太多" in words(browser)
    look(browser, faults)
    enter(browser, base, "wu")
    browser.open(f"{base}/people/?q=钱八")
    browser.open(str(browser.ask("document.querySelector('td a').href")))
    look(browser, faults)
    send(browser, "/unlock")
    assert "解锁" not in words(browser)

    enter(browser, base, "钱八")
    assert browser.ask("location.pathname") == "/login/code"
    look(browser, faults)
    send(browser, "/login/code", code=code)
    assert "刚用过" in words(browser)
    send(browser, "/login/code", code=str(kept))
    assert browser.ask("location.pathname") == "/todo/"
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)
