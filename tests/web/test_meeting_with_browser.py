"""A meeting on the desk with a real browser: talks noted and agreed on, minutes typed while the server is away."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from desk_meeting import desk_meeting
from test_accessible_with_browser import serious

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
NARROW, WIDE = 360, 1280
KEPT_ON_DISK = "JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"


@pytest.fixture(scope="module")
def meeting(desk: RunningDesk) -> str:
    return desk_meeting(desk.data)


def fits(browser: Page) -> bool:
    return bool(
        browser.ask("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    )


def fill(browser: Page, selector: str, value: str) -> None:
    browser.ask(f"document.querySelector({json.dumps(selector)}).value = {json.dumps(value)}")


def choose(browser: Page, name: str, label: str) -> None:
    """Choose an option of the form of a new entry by its words."""
    browser.ask(
        f"(() => {{ const s = document.querySelector('.say [name={name}]');"
        f" s.value = [...s.options].find((o) => o.text === {json.dumps(label)}).value; }})()"
    )


def say(browser: Page, kind: str, speaker: str, text: str, about: str = "不是批评") -> None:
    for name, label in (("kind", kind), ("speaker", speaker), ("about", about)):
        choose(browser, name, label)
    fill(browser, ".say textarea", text)
    browser.click(".say button[type=submit]")


def cut_off(browser: Page, *, is_off: bool) -> None:
    """Cut the browser off from the server, or join it again."""
    browser.call("Network.enable")
    browser.call(
        "Network.emulateNetworkConditions",
        offline=is_off,
        latency=0,
        downloadThroughput=-1,
        uploadThroughput=-1,
    )


def test_talk_from_the_matrix_to_the_ledger(
    desk: RunningDesk, browser: Page, meeting: str, tmp_path: Path
) -> None:
    client = DeskClient(desk.data)
    browser.size(WIDE, 1800)
    browser.errors.clear()
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    browser.open(client.link(f"/meetings/{meeting}/talks/"))
    assert not serious(browser)
    browser.click("button.talked")
    browser.wait("document.querySelector('.last-change')?.innerText.includes('谈过了')")
    browser.wait("document.querySelectorAll('button.talked.yes').length == 2")
    browser.click(".last-change button")
    browser.wait("document.querySelectorAll('button.talked.yes').length == 0")
    browser.click("button.talked")
    browser.wait("document.querySelectorAll('button.talked.yes').length == 2")
    browser.size(NARROW, 1800)
    assert fits(browser)
    browser.size(WIDE, 1800)

    browser.click("td.do a")
    browser.wait("document.body?.innerText.includes('谁打开谁都看得到')")
    assert not serious(browser)
    browser.click("a.button.main")
    browser.wait("document.querySelector('[name=content]') !== null")
    fill(browser, "[name=content]", "说到清淤拖延的事，两人都认为督办不够。")
    browser.click("form.wide button[type=submit]")
    browser.wait("document.querySelector('input[name=version]')?.value === '1'")
    assert not serious(browser)

    browser.click(".crumbs a")
    browser.wait("document.querySelector('details summary') !== null")
    browser.click("details summary")
    fill(browser, "[name=problem]", "清淤督办次数不够")
    fill(browser, "[name=owner]", "唐小满")
    browser.click("details button[type=submit]")
    browser.wait("document.querySelector('td.do form') !== null")
    assert "清淤督办次数不够" in browser.ask("document.body.innerText")
    browser.click("a[href*='filled']")
    downloaded(tmp_path, ".docx")
    assert not browser.errors


def downloaded(folder: Path, suffix: str) -> Path:
    ends = time.monotonic() + 60
    while not (found := list(folder.glob(f"*{suffix}"))):
        assert time.monotonic() < ends, "no file came"
        time.sleep(0.05)
    return found[0]


def test_minutes_are_kept_while_the_server_is_away(
    desk: RunningDesk, browser: Page, meeting: str, tmp_path: Path
) -> None:
    client = DeskClient(desk.data)
    browser.size(WIDE, 1800)
    browser.errors.clear()
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    browser.open(client.link(f"/meetings/{meeting}/meeting/"))
    assert not serious(browser)
    browser.click("[aria-label='其余都到会']")
    browser.wait("document.querySelector('#attendance .tally')?.innerText.includes('到会 4 人')")

    choose(browser, "kind", "批评意见")
    fill(browser, ".say textarea", "希望你今后进一步加强学习。")
    browser.ask(
        "document.querySelector('.say textarea').dispatchEvent(new Event('input', {bubbles: true}))"
    )
    browser.wait("document.getElementById('hints').innerText.includes('没有说现在哪里做得不好')")
    say(browser, "批评意见", "唐小满", "清淤拖到七月，你没有过问。", "沈一鸣")
    browser.wait("document.querySelectorAll('.entries li').length == 1")

    cut_off(browser, is_off=True)
    said = [f"第{number}句" for number in "一二三"]
    for text in said:
        say(browser, "发言", "罗大江", text)
    browser.wait(
        "document.querySelectorAll('#waiting li').length == 3 && !document.getElementById('waiting').hidden"
    )
    browser.click("[aria-label='钟丽缺席']")
    browser.wait("document.querySelectorAll('#waiting li').length == 4")
    assert "不要关这个页面" in browser.ask("document.getElementById('waiting').innerText")
    assert "句" not in browser.ask(KEPT_ON_DISK)
    assert browser.ask("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"), (
        "nobody is warned who leaves"
    )
    assert not serious(browser)
    cut_off(browser, is_off=False)

    browser.wait(
        "document.getElementById('waiting').hidden && document.querySelectorAll('.entries li').length == 4"
    )
    assert (
        browser.ask(
            "[...document.querySelectorAll('.entries .words-said')].slice(1).map((e) => e.innerText)"
        )
        == said
    )
    browser.wait("document.querySelector('#attendance .tally')?.innerText.includes('缺席 1 人')")
    assert browser.ask("window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")

    browser.click(".entries .do button")
    browser.wait("document.querySelector('.entries form.kept textarea') !== null")
    assert not serious(browser)
    fill(browser, ".entries form.kept textarea", "清淤拖到七月，你一次也没有过问。")
    browser.click(".entries form.kept button[type=submit]")
    browser.wait("document.querySelector('.entries .words-said')?.innerText.includes('一次也没有')")
    browser.size(NARROW, 1800)
    assert fits(browser)
    browser.size(WIDE, 3000)
    browser.click(".entries li:last-child button[value=up]")
    browser.wait("document.querySelectorAll('.entries .words-said')[2].innerText == '第三句'")
    browser.click(".entries li:last-child .danger")
    browser.wait("document.querySelectorAll('.entries li').length == 3")
    browser.click(".last-change button")
    browser.wait("document.querySelectorAll('.entries li').length == 4")
    browser.click(".entries button[hx-get$='rectify']")
    browser.wait("document.querySelector('.entries [name=problem]') !== null")
    browser.click(".entries .fields button[type=submit]")
    browser.wait("document.querySelector('.entries .who')?.innerText.includes('已列入台账')")

    browser.click("a[href*='which=minutes'][href*='docx']")
    downloaded(tmp_path, ".docx")
    assert not [each for each in browser.errors if "ERR_INTERNET_DISCONNECTED" not in each]
