"""In a real browser: a double click does a thing once, and a page outlives the token with which it was opened."""

from __future__ import annotations

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
SAID = "document.getElementById('toasts').innerText"


@pytest.fixture
def opened(desk: RunningDesk, browser: Page) -> DeskClient:
    client = DeskClient(desk.data)
    browser.size(1280, 900)
    browser.open(client.link())
    return client


def test_double_click_sends_a_form_once(browser: Page, opened: DeskClient) -> None:
    """A form that is sent twice within a moment would begin two batches."""
    refused = browser.ask(
        "(() => { const refused = [];"
        " window.addEventListener('submit', (event) => {"
        "   refused.push(event.defaultPrevented); event.preventDefault(); });"
        " const form = document.querySelector('form[action=\"/begin\"]:has(textarea)');"
        " form.elements.text.value = '个人对照检查材料';"
        " const button = form.querySelector('button'); button.click(); button.click();"
        " return refused; })()"
    )
    assert refused == [False, True]


def test_page_whose_token_is_old_asks_for_a_fresh_one(
    desk: RunningDesk, browser: Page, opened: DeskClient
) -> None:
    batch = opened.begin()
    opened.post(f"{batch}ledger/add", problem="停水通知发得晚", status="未启动")
    browser.open(f"{desk.base}{batch}ledger/")
    old = "x" * 64
    browser.ask(
        f"document.body.setAttribute('hx-headers', JSON.stringify({{'X-CSRFToken': '{old}'}}));"
        f" document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach((e) => {{ e.value = '{old}'; }})"
    )
    browser.ask("window.isOld = true")
    remove = "form[action$='/remove'] button"
    browser.click(f".ledger-row {remove}")
    browser.wait(f"{SAID}.includes('请再点一次')")
    assert browser.ask("window.isOld && document.querySelectorAll('.ledger-row').length") == 1
    browser.click(f".ledger-row {remove}")
    browser.wait("document.querySelectorAll('.ledger-row').length == 0")
