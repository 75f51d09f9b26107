"""Opinions asked for on the desk with a real browser: a round, slips, five who write, what they said, the reply."""

from __future__ import annotations

import json

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from test_accessible_with_browser import serious

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
SAID = ("会议偏多", "文件太长", "到村里少", "答复太慢", "食堂不方便")


def fill(browser: Page, field: str, words: str) -> None:
    browser.settle()
    browser.ask(f"document.querySelector('[name={field}]').value = {json.dumps(words)}")


def fits_a_phone(browser: Page) -> bool:
    return bool(browser.ask("document.documentElement.scrollWidth <= innerWidth"))


def test_round_from_slips_to_the_reply(desk: RunningDesk, browser: Page) -> None:
    client = DeskClient(desk.data)
    given = {"kind": "democratic-life", "year": "2026", "held_on": "2026-12-20", "name": ""}
    dossier = client.post("/meetings/begin", **given).location.split("/")[2]
    meeting = f"/meetings/{dossier}/opinions/"
    browser.size(1280, 2400)
    browser.errors.clear()
    browser.open(client.link(meeting))
    browser.ask("window.confirm = () => true")
    browser.click(f"a[href='{meeting}begin']")
    browser.wait("document.querySelector('[name=scopes]') !== null")
    assert not serious(browser)
    browser.click("main form button.main")
    browser.wait("document.querySelector('[name=count0]') !== null")
    assert not serious(browser)
    round_address = browser.ask("location.pathname")
    fill(browser, "count0", "6")
    browser.click("form[action$='/codes'] button.main")
    browser.wait("document.querySelectorAll('.slip').length == 6")
    assert not serious(browser)
    browser.size(360, 1600)
    assert fits_a_phone(browser)
    codes = browser.ask("[...document.querySelectorAll('.slip .code')].map((e) => e.innerText)")

    receipts = [written(browser, desk.base, *each) for each in zip(codes, SAID, strict=False)]
    browser.size(1280, 2400)
    browser.open(desk.base + round_address)
    browser.ask("window.confirm = () => true")
    browser.click("form[action$='/close'] button")
    # The worker of the desk closes the round, and the page asks until it has.
    browser.wait("document.querySelector('#main')?.innerText.includes('已汇总')")
    browser.open(desk.base + meeting)
    assert not serious(browser)
    shown = browser.ask("document.querySelector('.received').innerText")
    assert all(words in shown for words in SAID)

    browser.click(".received .answer a")
    browser.wait("document.querySelector('[name=reply]') !== null")
    assert not serious(browser)
    answered = browser.ask("document.querySelector('blockquote').innerText")
    fill(browser, "reply", "月底前办完")
    browser.click("form[action$='/reply'] button")
    browser.wait("document.querySelector('form[action$=\"/publish\"]') !== null")
    browser.ask("window.confirm = () => true")
    browser.click("form[action$='/publish'] button")
    browser.wait("document.querySelector('.done')?.innerText.includes('已反馈 1 条')")

    browser.size(360, 1600)
    browser.open(f"{desk.base}/o/replies")
    fill(browser, "receipt", receipts[SAID.index(answered)])
    browser.click("button.main")
    browser.wait("document.querySelector('.words')?.innerText == " + json.dumps(answered))
    assert "月底前办完" in browser.ask("document.querySelector('main').innerText")
    browser.click("button[value=not]")
    browser.wait("document.querySelector('.done') !== null")
    assert not serious(browser)
    browser.open(f"{desk.base}{meeting}?only=again")
    assert fits_a_phone(browser)
    assert not serious(browser)
    assert answered in browser.ask("document.querySelector('.received').innerText")
    assert not browser.errors


def written(browser: Page, base: str, code: str, words: str) -> str:
    """Somebody opens the address of a slip on a phone, writes and keeps the receipt. Returns it."""
    # From another page: an address that differs behind # alone loads nothing.
    browser.open(f"{base}/o/replies")
    browser.open(f"{base}/o/#{code}")
    browser.wait(f"document.querySelector('#code').value == '{code}'")
    assert browser.ask("location.hash") == ""
    assert fits_a_phone(browser)
    browser.click("button.main")
    browser.wait("document.querySelector('.writing') !== null")
    assert fits_a_phone(browser)
    assert words != SAID[0] or not serious(browser)
    fill(browser, "q0", words)
    browser.click("button.main")
    browser.wait("document.querySelector('[data-stay]') !== null")
    receipt = str(browser.ask("document.querySelector('.code').innerText"))
    fill(browser, "last", receipt[-4:])
    browser.click("button.main")
    browser.wait("document.querySelector('h1')?.innerText == '好了'")
    return receipt
