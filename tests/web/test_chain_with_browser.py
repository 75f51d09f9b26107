"""The picture of the chain in a real browser: opened, followed to a sentence, read by axe, a table on a telephone."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from test_accessible_with_browser import serious

from chromium import CHROMIUM, Page

ROOT = Path(__file__).resolve().parents[2]
IN_VIEW = (
    "(() => { const r = document.querySelector(location.hash).getBoundingClientRect();"
    " return r.top >= 0 && r.bottom <= innerHeight; })()"
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def test_box_of_the_picture_leads_to_its_sentence(desk: RunningDesk, browser: Page) -> None:
    client = DeskClient(desk.data)
    batch = client.begin()
    client.put_in(batch, "faulty.docx", (ROOT / "examples" / "faulty.docx").read_bytes())
    browser.size(1280, 900)
    browser.errors.clear()
    browser.open(client.link())
    browser.open(desk.base + batch)
    browser.click("#rows .name a")
    browser.wait("document.querySelector('details.chain') !== null")
    assert browser.ask("document.querySelectorAll('svg').length") == 0
    browser.click("details.chain summary")
    browser.wait("document.querySelector('.chain-picture a') !== null")
    assert not serious(browser)
    browser.click(".chain-picture a")
    browser.wait("location.hash.startsWith('#d1-')")
    browser.wait(IN_VIEW)
    browser.size(360, 740)
    assert (
        browser.ask("getComputedStyle(document.querySelector('.chain-picture')).display") == "none"
    )
    assert browser.ask("document.documentElement.scrollWidth") <= 360
    assert not browser.errors
