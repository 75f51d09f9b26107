"""The demonstration of an organisation in a real browser: each role does its part of one meeting, and sees no more."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from bench.processes import free_port
from test_accessible_with_browser import serious
from test_opinions_with_browser import fill, written
from test_workspace_with_browser import send
from year import Walker

from chromium import CHROMIUM, Page

ACCOUNT = re.compile(r"(demo-\w+)  (\S+)$", re.MULTILINE)
PERSONAL = "到村里来得少"
"""Of an opinion on 周明远, who has no account in the demonstration: the clerk hands it over, nobody else reads it."""
ON_AUTHORS_COLLEAGUE = "群众打电话说夜里施工"
SENT = "自来水时有时无"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


@dataclass(frozen=True)
class Demonstration:
    """A server with the demonstration, and the passwords of its accounts."""

    base: str
    passwords: dict[str, str]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    data: Path = tmp_path_factory.mktemp("demo")
    port = str(free_port())
    command = [sys.executable, "-m", "duizhao", "serve", "--demo", "--data", str(data)]
    if server := os.environ.get("DUIZHAO_TEST_DATABASE"):
        command += ["--database", new_database(server)]
    with subprocess.Popen(
        [*command, "--port", port], stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stderr
        said = ""
        while "Ctrl+C" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        yield Demonstration(f"http://127.0.0.1:{port}", dict(ACCOUNT.findall(said)))
        process.terminate()


def new_database(server: str) -> str:
    """The address of a new database on a PostgreSQL server."""
    import psycopg

    name = f"demo_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server.rpartition('/')[0]}/{name}"


def enter(browser: Page, site: Demonstration, username: str) -> str:
    """Log in as somebody. Returns the words of the first page."""
    browser.call("Network.deleteCookies", name="duizhao-session", url=site.base)
    browser.open(f"{site.base}/login")
    send(browser, "/login", username=username, password=site.passwords[username])
    assert browser.ask("location.pathname") == "/todo/"
    assert not serious(browser)
    return str(browser.ask("document.querySelector('main').innerText"))


def words_of(browser: Page, address: str) -> str:
    browser.open(address)
    assert not serious(browser)
    return str(browser.ask("document.querySelector('main')?.innerText ?? ''"))


def meeting(browser: Page) -> str:
    """The address of the running meeting, which the first page names."""
    address = str(browser.ask("document.querySelector('main a[href^=\"/meetings/\"]').href"))
    return re.sub(r"(/meetings/\w+/).*", r"\1", address)


def test_each_role_does_its_part_of_a_meeting(demonstration: Demonstration, browser: Page) -> None:
    site = demonstration
    browser.size(1280, 2400)
    browser.errors.clear()

    assert "本人的材料退回了" in enter(browser, site, "demo-author")
    own = str(browser.ask("document.querySelector('a[href^=\"/statements/\"]').href"))
    shown = words_of(browser, own)
    assert "五个方面没有一件具体的事" in shown
    assert ON_AUTHORS_COLLEAGUE not in shown
    page = words_of(browser, f"{site.base}/search/?words={PERSONAL}")
    assert "没有找到" in page

    first = enter(browser, site, "demo-member")
    assert "交本人的对照检查材料" not in first
    place = meeting(browser)
    assert "周明远" not in words_of(browser, f"{place}opinions/")
    of_oneself = "document.querySelector('main a[href^=\"/opinions/about/\"]').href"
    assert ON_AUTHORS_COLLEAGUE in words_of(browser, str(browser.ask(of_oneself)))

    assert "2 份材料等着审核" in enter(browser, site, "demo-reviewer")
    words_of(browser, f"{site.base}/reviews/")
    browser.open(str(browser.ask(
        "[...document.querySelectorAll('td a')].find((a) => a.innerText == '李建国').href"
    )))  # fmt: skip
    browser.ask("window.isOld = true")
    browser.ask("window.confirm = () => true")
    browser.click("form[action$='/accept'] button")
    browser.wait("!window.isOld && document.readyState == 'complete'")
    assert "审核通过" in browser.ask("document.querySelector('main').innerText")

    assert "1 份材料等着审核" not in enter(browser, site, "demo-clerk")
    assert "1 人还没有交对照检查材料" in words_of(browser, place)
    for address in (
        place,
        f"{site.base}/todo/",
        f"{place}papers/",
        f"{site.base}/search/?words=水",
    ):
        browser.size(360, 1600)
        words_of(browser, address)
        assert browser.ask("document.documentElement.scrollWidth <= innerWidth"), address
    browser.size(1280, 2400)
    assert "审核通过" in words_of(browser, f"{place}statements/")
    opinions = words_of(browser, f"{place}opinions/")
    assert "第一轮征求意见" in opinions
    browser.open(str(browser.ask("document.querySelector('a[href*=\"/rounds/\"]').href")))
    fill(browser, "count0", "1")
    browser.click("form[action$='/codes'] button.main")
    browser.wait("document.querySelectorAll('.slip').length == 1")
    code = str(browser.ask("document.querySelector('.slip .code').innerText"))

    browser.call("Network.deleteCookies", name="duizhao-session", url=site.base)
    browser.size(360, 1600)
    written(browser, site.base, code, SENT)
    browser.size(1280, 2400)

    enter(browser, site, "demo-clerk")
    assert SENT not in words_of(browser, f"{place}opinions/")
    assert not browser.errors
    for administrator in ("demo-system", "demo-security", "demo-audit"):
        browser.call("Network.deleteCookies", name="duizhao-session", url=site.base)
        browser.open(f"{site.base}/login")
        password = site.passwords[administrator]
        send(browser, "/login", username=administrator, password=password)
        assert "周明远" not in words_of(browser, place)


def test_promise_is_kept_accepted_and_archived_by_different_people(
    demonstration: Demonstration, browser: Page, tmp_path: Path
) -> None:
    """The clerk takes the ledger, the owner reports, the reviewer accepts; then the meeting is closed and packed."""
    evidence = tmp_path / "归档清单.txt"
    evidence.write_text("三次归档材料", encoding="utf-8")
    site, walker = demonstration, Walker(browser, demonstration.base)
    browser.size(1280, 2400)
    browser.errors.clear()
    enter(browser, site, "demo-clerk")
    place = meeting(browser).removeprefix(site.base)
    walker.open(f"{place}statements/")
    walker.open(f"{walker.link(r'/batches/[0-9a-f]+/')}ledger/")
    walker.send("/ledger/take")
    row = browser.ask(
        "[...document.querySelectorAll('.ledger-row')].find((row) => row.innerText.includes('李建国'))"
        ".querySelector('a[href^=\"/rectification/rows/\"]').pathname"
    )

    enter(browser, site, "demo-member")
    assert "李建国" in walker.open(row)
    walker.send("/advance")
    told = {"happened_on": "2026-11-20", "text": "三次归档的材料都补齐了"}
    walker.send("/report", {"form[action$='/report'] [name=file]": evidence}, **told)
    walker.press("form[action$='/advance'] button")
    walker.says("待验收")
    assert browser.ask("document.querySelector('form[action$=\"/accept\"]') === null")

    enter(browser, site, "demo-reviewer")
    walker.open(row)
    walker.press("form[action$='/accept'] button")
    walker.says("已销号")

    enter(browser, site, "demo-clerk")
    assert "演示审核人" in walker.open(row)
    walker.open(f"{place}opinions/")
    walker.open(walker.link(r"/opinions/rounds/\w+/"))
    assert "作废这一轮" in walker.send("/close")
    # Fewer than five: nobody may read them.
    browser.errors.clear()
    walker.send("/drop")
    walker.open(f"{place}plan/")
    walker.send("/plan/close")
    walker.open(f"{place}archive/")
    walker.send("/archive/make")
    browser.wait("document.querySelector('main a[href$=\"/download\"]') !== null")
    walker.open(row)
    assert browser.ask("document.querySelector('form[action$=\"/report\"]') === null")
    walker.open(f"{place}plan/")
    assert "李建国" in walker.send("/plan/next")
    enter(browser, site, "demo-reviewer")
    assert "已销号" in walker.open(row)
    assert not browser.errors
