"""A batch in a real browser: an archive put in, rows sorted and chosen, one removed and put back, files made."""

from __future__ import annotations

import zipfile
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
READ = "document.querySelectorAll('#rows tr.read').length"
NAMES = "[...document.querySelectorAll('#rows td.name')].map((each) => each.innerText).join()"


def click(browser: Page, selector: str) -> None:
    """Click what may have to come with a swap first."""
    browser.wait(f"document.querySelector({selector!r}) !== null", 20)
    browser.click(selector)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    made = tmp_path / "第一组.zip"
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("10张.docx", "2李.docx"):
            archive.write(ROOT / "examples" / "good.docx", name)
        archive.write(ROOT / "examples" / "faulty.docx", "3王.docx")
    return made


def test_batch_from_an_archive_to_reviewed_copies(
    desk: RunningDesk, browser: Page, archive: Path
) -> None:
    client = DeskClient(desk.data)
    batch = client.begin()
    browser.size(1280, 900)
    browser.open(client.link(batch))
    browser.errors.clear()
    browser.choose("input[multiple]", [archive])
    # Without a reload: the rows of what is in it take the place of the archive.
    browser.wait(f"{READ} == 3")
    browser.wait("!document.querySelector('#progress progress')")

    click(browser, "#sort-name")
    browser.wait(f"{NAMES} == '2李.docx,3王.docx,10张.docx'")
    click(browser, "#sort-error")
    browser.wait(f"{NAMES}.startsWith('3王.docx')")

    # With the keyboard: the first row is chosen and removed, then put back.
    browser.ask("document.querySelector('#rows input[name=chosen]').focus()")
    browser.press(" ")
    assert browser.ask("document.querySelector('.chosen output').innerText") == "对选中的 1 份"
    browser.ask("document.querySelector('[data-needs-choice]').focus()")
    browser.press("Enter")
    browser.wait(f"{READ} == 2")
    click(browser, "#toasts button")
    browser.wait(f"{READ} == 3")

    browser.ask("document.querySelector('select[name=only]').value = 'error'")
    browser.ask(
        "document.querySelector('select[name=only]')"
        ".dispatchEvent(new Event('change', {bubbles: true}))"
    )
    browser.wait(f"{NAMES} == '3王.docx'")
    click(browser, ".make summary")
    browser.ask("document.querySelector('input[name=author]').value = '第三督导组'")
    click(browser, "button[value=review]")
    browser.wait("!!document.querySelector('#made a[href$=download]')")
    assert browser.ask("document.querySelector('#made .file').innerText") == "3王（审阅稿）.docx"

    browser.open(desk.base + batch)
    click(browser, ".make summary")
    assert browser.ask("document.querySelector('input[name=author]').value") == "第三督导组"
    click(browser, "button[value=pdf]")
    browser.wait("!!document.querySelector('#made progress')")
    # A reload in the middle loses nothing.
    browser.open(desk.base + batch)
    browser.wait("document.querySelectorAll('#made a[href$=download]').length == 2")
    assert "排版稿 3份.zip" in browser.ask("document.querySelector('#made .file').innerText")
    assert not browser.errors
