"""The first day of an organisation's site, in a real browser: set up, a unit, a person, a role, their first login."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from test_accessible_with_browser import serious
from test_serve import free_port

from chromium import CHROMIUM, Page

GOOD = "xue-hua-piao-2"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


@dataclass(frozen=True)
class RunningWorkspace:
    """A server as a process of its own, with the code that its start has printed."""

    base: str
    code: str


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[RunningWorkspace]:
    port = str(free_port())
    command = [sys.executable, "-m", "duizhao", "serve", "--data", str(tmp_path), "--port", port]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr
        said = "".join(process.stderr.readline() for _ in range(3))
        code = said[said.index("设置码：") + 4 :].partition("（")[0]
        yield RunningWorkspace(f"http://127.0.0.1:{port}", code)
        process.terminate()


def send(browser: Page, act: str, **given: str) -> None:
    """Fill in the form of an act, and send it as a click does."""
    form = f"document.querySelector('main form[action*=\"{act}\"]')"
    for name, value in given.items():
        browser.ask(f"{form}.elements['{name}'].value = {json.dumps(value)}")
    browser.ask("window.isOld = true")
    browser.ask(f"{form}.querySelector('button').click()")
    browser.wait("!window.isOld && document.readyState == 'complete'")


def look(browser: Page, faults: dict[str, object]) -> None:
    """Note what axe finds on this page, and whether it is too wide for a telephone."""
    place = browser.ask("location.pathname")
    browser.ask("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    if found := serious(browser):
        faults[place] = found
    browser.size(360, 740)
    if (wide := browser.ask("document.documentElement.scrollWidth")) > 360:
        faults[f"{place} at 360"] = wide
    browser.size(1280, 900)


def test_first_day_of_a_site(workspace: RunningWorkspace, browser: Page) -> None:
    faults: dict[str, object] = {}
    browser.size(1280, 900)
    browser.errors.clear()
    browser.open(workspace.base)
    look(browser, faults)
    given = {"unit": "云溪县", "name": "周管理", "username": "zhou"}
    send(browser, "/set-up", code=workspace.code, password=GOOD, again=GOOD, **given)
    assert browser.ask("location.pathname") == "/duties/"
    look(browser, faults)
    browser.open(f"{workspace.base}/units/")
    look(browser, faults)
    browser.click(".unit-tree a")
    browser.wait("document.querySelector('form[action*=add-unit]')")
    send(browser, "add-unit", name="县水务局")
    send(browser, "add-person", name="钱八", username="qian")
    first = browser.ask("document.querySelector('.one-time').innerText")
    look(browser, faults)
    browser.click("main a.button")
    browser.wait("document.querySelector('form[action*=add-grant]')")
    send(browser, "add-grant", role="clerk")
    assert "经办人" in browser.ask("document.querySelector('.grants').innerText")
    look(browser, faults)
    browser.open(f"{workspace.base}/people/")
    look(browser, faults)
    browser.ask("window.isOld = true")
    browser.click("header form[action='/logout'] button")
    browser.wait("!window.isOld && location.pathname == '/login'")
    look(browser, faults)
    send(browser, "/login", username="qian", password=first)
    assert browser.ask("location.pathname") == "/password"
    look(browser, faults)
    send(browser, "/password", current=first, password=GOOD, again=GOOD)
    browser.click("main a.button")
    # The first page of everybody is what there is to do.
    browser.wait("location.pathname == '/todo/'")
    look(browser, faults)
    browser.open(f"{workspace.base}/")
    browser.wait("document.querySelector('.put-in')")
    assert "钱八" in browser.ask("document.querySelector('header').innerText")
    look(browser, faults)
    # The session ends while the page is open: the whole page goes to the login, and no row is made of it.
    browser.call("Network.deleteCookies", name="duizhao-session", url=workspace.base)
    browser.choose("input[multiple]", [Path(__file__).parents[2] / "examples" / "faulty.docx"])
    browser.wait("location.pathname == '/login'", 30)
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)
