"""A meeting begun with a real browser: last year's folder put in and confirmed, this year's begun from it, planned."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from test_accessible_with_browser import serious
from test_from_folder import FOLDER

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
TEXT = "document.querySelector('main')?.innerText"
SMALL = 360


def pick(page: Page, selector: str, value: str) -> None:
    page.ask(f"document.querySelector({selector!r}).value = {value!r}")


def fits(page: Page) -> bool:
    """Whether nothing is wider than a telephone; the page is large again afterwards."""
    page.size(SMALL, 740)
    width = page.ask("document.documentElement.scrollWidth")
    page.size(1280, 1800)
    return int(width) <= SMALL


def test_meeting_from_last_years_folder_to_this_years_plan(
    desk: RunningDesk, browser: Page, tmp_path: Path
) -> None:
    for name, data in FOLDER.items():
        (tmp_path / name.rpartition("/")[2]).write_bytes(data)
    browser.size(1280, 1800)
    browser.errors.clear()
    browser.open(DeskClient(desk.data).link("/meetings/"))
    browser.click("a[href$='/from-folder']")
    browser.wait("document.querySelector('form.put-in .progress') !== null")
    assert not serious(browser)
    browser.choose("input[multiple]:not([webkitdirectory])", sorted(tmp_path.iterdir()))
    browser.wait("document.querySelectorAll('.grid').length == 2")
    assert not serious(browser)
    assert fits(browser)
    assert browser.ask("document.querySelector('#year').value") == "2023"
    assert browser.ask("document.querySelector('[name=name-1]').value") == "郭敏"
    browser.click("form[action$='/confirm'] button.main")
    browser.wait("document.querySelector('#people') !== null")
    assert "2023年度民主生活会" in browser.ask(TEXT)
    assert "郭敏" in browser.ask("document.querySelector('#people').innerText")

    browser.click("form[action$='/next'] button")
    browser.wait(f"{TEXT}?.includes('2024年度民主生活会')")
    assert "开会日期还没定" in browser.ask(TEXT)
    browser.click("a[href$='/plan/edit']")
    browser.wait("document.querySelector('#id_held_on') !== null")
    assert not serious(browser)
    pick(browser, "#id_held_on", "2024-12-20")
    pick(browser, "#id_place", "三楼会议室")
    browser.click("form.fields button.main")
    browser.wait("document.querySelector('.calendar') !== null")
    assert not serious(browser)
    assert fits(browser)
    browser.click(".calendar li form button")
    browser.wait("document.querySelector('.calendar .s-done') !== null")

    browser.click("a[href$='/plan/people']")
    browser.wait("document.querySelector('.pick') !== null")
    assert not serious(browser)
    assert fits(browser)
    browser.click(".pick input")
    browser.click("form button.main")
    browser.wait("document.querySelector('#people')?.innerText.includes('列席 1 人')")
    browser.click("a[href$='/plan/notice']")
    browser.wait("document.querySelector('.overrides') !== null")
    assert not serious(browser)
    assert not browser.errors


def test_roster_is_pasted_looked_at_and_kept(desk: RunningDesk, browser: Page) -> None:
    browser.size(1280, 1800)
    browser.errors.clear()
    browser.open(DeskClient(desk.data).link("/roster/"))
    browser.ask("document.querySelector('.take-in details').open = true")
    text = "姓名\\t职务\\t科室\\n钱一\\t档案股股长\\t档案股\\n冯五\\t科员\\t档案股"
    browser.ask(f'document.querySelector("#text").value = "{text}"')
    browser.click(".take-in button")
    browser.wait("document.querySelectorAll('.grid tbody tr').length == 2")
    assert not serious(browser)
    assert fits(browser)
    pick(browser, "[name=duty-1]", "副股长")
    browser.click("form button.main")
    browser.wait(f"{TEXT}?.includes('冯五')")
    assert "副股长" in browser.ask(TEXT)
    assert not serious(browser)
    assert fits(browser)
    assert not browser.errors
