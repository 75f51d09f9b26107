"""This year's aspects typed in with a real browser; a statement that is put in is then checked against them."""

from __future__ import annotations

import json

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from test_accessible_with_browser import serious
from test_aspects import NOTICE, STATEMENT

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def test_aspects_of_a_notice_are_recognised_in_a_statement(
    desk: RunningDesk, browser: Page
) -> None:
    client = DeskClient(desk.data)
    browser.size(1280, 1800)
    browser.errors.clear()
    browser.open(client.link("/aspects/"))
    browser.ask(f"""
        document.querySelector('#year').value = '2031';
        const notice = document.querySelector('#notice');
        notice.value = {json.dumps(NOTICE)};
        notice.dispatchEvent(new Event('input', {{bubbles: true}}));
    """)
    browser.wait("document.querySelectorAll('#preview .taken li').length == 4")
    assert not serious(browser)
    browser.click(".typed button[type=submit]")
    browser.wait("document.querySelector('form.done') !== null")
    batch = client.begin()
    client.put_in(batch, "水务局局长.txt", STATEMENT.encode())
    browser.open(desk.base + batch)
    row = browser.wait("document.querySelector('#rows tr.read')?.innerText")
    assert "2031年度民主生活会" in row
    assert "3/4" in row
    browser.open(f"{desk.base}/aspects/")
    browser.click("td.do button")
    browser.wait("document.querySelector('form.done')?.innerText.includes('已删掉')")
    assert browser.ask("document.querySelector('td.do') === null")
    assert not browser.errors
