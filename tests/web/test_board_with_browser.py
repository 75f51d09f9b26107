"""The board in a real browser: a part of the picture leads to its rows; on a telephone the table stands alone."""

from __future__ import annotations

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from ledger_rows import day

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def test_part_of_the_picture_leads_to_its_rows(desk: RunningDesk, browser: Page) -> None:
    client = DeskClient(desk.data)
    batch = client.begin()
    for problem, department, days in (("夜里施工", "看板科", -3), ("停水不说", "看板室", 90)):
        given = {"problem": problem, "department": department, "due": day(days)}
        client.post(f"{batch}ledger/add", status="整改中", **given)
    browser.size(1280, 900)
    browser.errors.clear()
    browser.open(client.link())
    browser.open(f"{desk.base}/rectification/board/?department=看板科")
    browser.click(".chain-picture a")
    browser.wait("location.hash === '#rows'")
    assert browser.ask("location.search.includes('month=')")
    assert browser.ask("document.querySelectorAll('.ledger-row').length") == 1
    assert browser.ask("document.querySelector('.ledger-row .tag').textContent") == "逾期"
    browser.click(".ledger-row .problem > a")
    browser.wait("location.pathname.startsWith('/rectification/rows/')")
    browser.size(360, 740)
    browser.open(f"{desk.base}/rectification/board/")
    shown = "getComputedStyle(document.querySelector('.chain-picture')).display"
    assert browser.ask(shown) == "none"
    assert browser.ask("document.documentElement.scrollWidth") <= 360
    assert not browser.errors
