"""One row with a real browser, by one person at a desk: begun, reported, closed with evidence, opened again."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from test_accessible_with_browser import serious
from test_ledger import STATEMENT

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
STATE = "document.querySelector('.row-life h1 + p strong')?.innerText"


def done(browser: Page, move: str, **fields: str) -> None:
    """Fill in the form of a move and send it."""
    browser.ask(f"document.querySelector('[value={move}]').closest('details').open = true")
    for name, text in fields.items():
        browser.ask(f"document.querySelector('[name={move}-{name}]').value = '{text}'")
    browser.ask(f"document.querySelector('[value={move}]').closest('form').requestSubmit()")


def test_row_from_its_start_to_its_end_and_opened_again(
    desk: RunningDesk, browser: Page, tmp_path: Path
) -> None:
    client = DeskClient(desk.data)
    batch = client.begin()
    client.put_in(batch, "林业局局长.txt", STATEMENT.encode())
    client.post(f"{batch}ledger/take")
    browser.size(1280, 1800)
    browser.errors.clear()
    browser.open(client.link(f"{batch}ledger/"))
    browser.click(".ledger-row .state-of a")
    assert browser.wait(STATE) == "未启动"
    assert browser.ask("document.querySelector('mark').innerText").startswith("（一）联系群众不够")
    assert not serious(browser)

    done(browser, "start")
    browser.wait(f"{STATE} == '整改中'")
    evidence = tmp_path / "走访登记.docx"
    evidence.write_bytes(b"PK")
    browser.ask(
        "document.querySelector('form[action$=\"/report\"]').closest('details').open = true"
    )
    browser.ask(
        "document.querySelector('form[action$=\"/report\"] [name=text]').value = '到林场住了一晚'"
    )
    browser.choose("form[action$='/report'] [name=file]", [evidence])
    browser.ask("document.querySelector('form[action$=\"/report\"]').requestSubmit()")
    browser.wait("document.querySelector('#evidence td a')?.innerText == '走访登记.docx'")

    done(browser, "submit")
    browser.wait(f"{STATE} == '待验收'")
    done(browser, "close")
    assert "还没有验收人" in browser.wait("document.querySelector('.refused li')?.innerText")
    # The browser notes an answer of 422 as a fault of the page.
    browser.errors.clear()
    done(browser, "close", acceptor="周明远")
    browser.wait(f"{STATE} == '已销号'")
    done(browser, "reopen", reason="又有两个月没有去")
    browser.wait(f"{STATE} == '整改中'")
    told = browser.ask("document.querySelector('.life').innerText")
    assert "销号：待验收 → 已销号" in told
    assert "又有两个月没有去" in told
    assert not serious(browser)
    assert not browser.errors
