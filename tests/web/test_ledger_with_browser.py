"""The ledger kept with a real browser: made, filled in, given out, taken in, changed in several rows, undone."""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from test_accessible_with_browser import serious
from test_ledger import STATEMENT, column
from test_office_ledger import office

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]

PROGRESS = "document.querySelector('.ledger-row .progress-of')?.innerText"


def downloaded(folder: Path) -> Path:
    ends = time.monotonic() + 60
    while not (found := list(folder.glob("*.xlsx"))):
        assert time.monotonic() < ends, "no workbook came"
        time.sleep(0.05)
    return found[0]


def test_ledger_from_statement_to_excel_and_back(
    desk: RunningDesk, browser: Page, tmp_path: Path
) -> None:
    client = DeskClient(desk.data)
    batch = client.begin()
    client.put_in(batch, "林业局局长.txt", STATEMENT.encode())
    browser.size(1280, 1800)
    browser.errors.clear()
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    browser.open(client.link(f"{batch}ledger/"))
    browser.click("form[action$='/take'] button")
    browser.wait("document.querySelectorAll('.ledger-row').length == 2")
    assert not serious(browser)

    browser.click(".ledger-row .do a")
    browser.wait("document.querySelector('.row-form [name=progress]') !== null")
    assert not serious(browser)
    browser.ask("document.querySelector('.row-form [name=progress]').value = '已走访一次'")
    browser.click(".row-form button[type=submit]")
    assert browser.wait(PROGRESS) == "已走访一次"
    assert browser.wait("document.querySelector('#ledger-done form')?.innerText").startswith(
        "已保存"
    )

    browser.click("form[action$='/out'] button")
    place = downloaded(tmp_path)
    book = openpyxl.load_workbook(place)
    book["整改台账"].cell(2, column(book, "进展")).value = "已走访四次"
    book["整改台账"].cell(3, column(book, "责任人")).value = "王立新"
    book.save(tmp_path / "改好的.xlsx")

    browser.choose("input[name=workbook]", [tmp_path / "改好的.xlsx"])
    browser.click(".take-in button")
    browser.wait("document.querySelectorAll('.changes ins').length == 2")
    assert not serious(browser)
    browser.click("button.main")
    assert browser.wait(PROGRESS) == "已走访四次"
    assert "王立新" in browser.ask("document.querySelector('#ledger-table').innerText")
    browser.click("#ledger-done button")
    browser.wait(f"{PROGRESS} == '已走访一次'")
    assert "李建国" in browser.ask("document.querySelector('#ledger-table').innerText")

    (tmp_path / "林业局台账.xlsx").write_bytes(office())
    browser.choose("input[name=workbook]", [tmp_path / "林业局台账.xlsx"])
    browser.click(".take-in button")
    browser.wait("document.querySelector('[name=key-7]')?.value == '+remark'")
    assert not serious(browser)
    browser.ask("document.querySelector('[name=key-7]').value = 'category'")
    browser.click("button.main")
    browser.wait("document.querySelector('[name=not-added-0]') !== null")
    assert not serious(browser)
    browser.click("button.main")
    browser.wait("document.querySelectorAll('.ledger-row').length == 3")

    browser.click("[name=chosen]")
    browser.click("#several button")
    browser.wait("document.querySelector('#f-owner') !== null")
    assert not serious(browser)
    browser.ask("document.querySelector('#f-owner').value = '孙丽'")
    browser.click("[value=see]")
    browser.wait("document.querySelector('[value=apply]') !== null")
    browser.click("[value=apply]")
    browser.wait("document.querySelector('#ledger-table')?.innerText.includes('孙丽')")

    browser.click("a[href$='/changes']")
    browser.wait("document.querySelectorAll('.changes a').length > 3")
    browser.ask("document.querySelectorAll('.changes a')[1].click()")
    browser.wait("document.querySelector('button.main') !== null")
    assert not serious(browser)
    browser.click("button.main")
    browser.wait("document.querySelectorAll('.ledger-row').length == 2")
    assert "孙丽" in browser.ask("document.querySelector('#ledger-table').innerText")

    browser.click(".ledger-row .from a")
    browser.wait("location.hash == '#d1-4' && document.querySelector('#d1-4') !== null")
    assert "联系群众不够" in browser.ask("document.querySelector('#d1-4').innerText")
    assert not browser.errors
