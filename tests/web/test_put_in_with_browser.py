"""Files put in with a real browser: chosen in the dialog, seen as rows, opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.desk.client import DeskClient
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


def test_dropped_folder_becomes_a_batch_of_its_name(
    desk: RunningDesk, browser: Page, tmp_path: Path
) -> None:
    folder = tmp_path / "县水务局"
    (folder / "股室").mkdir(parents=True)
    good = (ROOT / "examples" / "good.txt").read_bytes()
    for name in ("10号.txt", "2号.txt", "股室/1号.txt", ".隐藏.txt", "~$2号.docx"):
        (folder / name).write_bytes(good)
    browser.open(DeskClient(desk.data).link())
    browser.wait("document.querySelector('form.put-in .progress') !== null")
    browser.drop([folder])
    browser.wait(
        "location.pathname.startsWith('/batches/') && document.querySelectorAll('#rows tr.read').length == 3"
    )
    names = browser.ask("[...document.querySelectorAll('#rows .name a')].map((a) => a.innerText)")
    assert names == ["县水务局/2号.txt", "县水务局/10号.txt", "县水务局/股室/1号.txt"]
    assert browser.ask("document.querySelector('h1').innerText") == "县水务局"
    browser.ask(
        "document.querySelector('#rows td:nth-child(5)')"
        ".dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); true"
    )
    assert browser.ask("document.querySelector('#rows td:nth-child(5)').title").count("有：") == 6
