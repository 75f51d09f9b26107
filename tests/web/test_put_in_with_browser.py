"""Files put in with a real browser: chosen in the dialog, seen as rows, opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.desk.running import RunningDesk

from chromium import CHROMIUM, Page

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def test_two_word_files_become_rows_and_open(desk: RunningDesk, browser: Page) -> None:
    browser.size(1280, 900)
    browser.errors.clear()
    browser.open(desk.link)
    files = [ROOT / "examples" / name for name in ("faulty.docx", "good.docx")]
    browser.choose("input[multiple]", files)
    browser.wait(
        "location.pathname.startsWith('/batches/') && document.querySelectorAll('#rows tr.read').length == 2"
    )
    assert browser.ask("document.querySelector('#rows .name').innerText") == "faulty.docx"
    browser.click("#rows .name a")
    # The script of the page shows the keys once it listens.
    browser.wait("document.querySelector('.keys:not([hidden])') !== null")
    assert browser.ask("document.querySelectorAll('.findings li[id]').length") > 5
    browser.press("j")
    assert browser.ask("document.querySelectorAll('mark.current').length") >= 1
    assert not browser.errors
