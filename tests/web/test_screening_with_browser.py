"""Four files put in, two of which share passages: 查重 finds the pair, and shows its texts side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.desk.running import RunningDesk
from screened_texts import texts
from test_accessible_with_browser import serious

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def test_shared_passages_are_seen_side_by_side(
    desk: RunningDesk, browser: Page, tmp_path: Path
) -> None:
    browser.size(1280, 900)
    browser.errors.clear()
    browser.open(desk.link)
    files = []
    for name, data in texts().items():
        files.append(tmp_path / name)
        files[-1].write_bytes(data)
    browser.choose("input[multiple]", files)
    browser.wait("document.querySelectorAll('#rows tr.read').length == 4")
    browser.click("button[formaction$='/screen']")
    browser.wait("document.querySelector('button[name=begin]') !== null")
    browser.click("button[name=begin]")
    browser.wait("document.querySelector('.pairs a[href^=pair]') !== null")
    assert browser.ask("document.querySelectorAll('.team-matrix a').length") == 2
    assert not serious(browser)
    assert width_on_a_telephone(browser) <= 360
    browser.click(".pairs a[href^=pair]")
    # The script of the page shows the keys once it listens.
    browser.wait("document.querySelector('.keys:not([hidden])') !== null")
    browser.press("j")
    shown = "[...document.querySelectorAll('.text')].map(e => e.querySelectorAll('mark.current').length)"
    left, right = browser.ask(shown)
    assert left
    assert right
    assert not serious(browser)
    assert width_on_a_telephone(browser) <= 360
    assert not browser.errors


def width_on_a_telephone(browser: Page) -> int:
    browser.size(360, 740)
    width = browser.ask("document.documentElement.scrollWidth")
    browser.size(1280, 900)
    return int(width)
