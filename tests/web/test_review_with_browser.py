"""Statements dropped, matched, commented, returned and accepted in a real browser, by a clerk alone at the desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk_process import RunningDesk
from seeded import meeting_in
from test_accessible_with_browser import serious
from test_statement_with_browser import click, enter, go

from chromium import CHROMIUM, Page

GOOD = Path(__file__).resolve().parents[2] / "examples" / "good.txt"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]

SELECT = """(() => {
  const words = %s;
  const line = [...document.querySelectorAll('.sheet p')].find((p) => p.textContent.includes(words));
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
    return true;
  }
  return false;
})()"""


def drop(browser: Page, page: str, path: Path) -> None:
    """Put a file in at the page of a meeting, and confirm whose it is."""
    browser.open(page)
    browser.ask("window.isOld = true")
    browser.choose("input[multiple]", [path])
    browser.wait("!window.isOld && document.querySelector('#matches select') !== null")
    assert browser.ask("document.querySelector('#matches select').value") != ""
    click(browser, "#matches .button.main")


def fits(browser: Page) -> None:
    """The page has no serious fault, and fits a telephone."""
    assert not serious(browser)
    browser.size(360, 740)
    assert browser.ask("document.documentElement.scrollWidth") <= 360
    browser.size(1280, 900)


def test_statement_is_matched_commented_returned_and_accepted(
    desk: RunningDesk, browser: Page, tmp_path: Path
) -> None:
    page = f"{desk.base}/meetings/{meeting_in(desk.data, '周明远', '陈立')}/statements/"
    text = GOOD.read_text(encoding="utf-8")
    first, second = tmp_path / "周明远.txt", tmp_path / "周明远 第二稿.txt"
    first.write_text(text, encoding="utf-8")
    quote = "河道采砂审批"
    second.write_text(text.replace(quote, "取水许可审批"), encoding="utf-8")
    enter(desk, browser)

    drop(browser, page, first)
    fits(browser)
    click(browser, ".statements a")
    fits(browser)
    # Last year's row stands beside the text until a place is named that answers it.
    assert "超过期限" in browser.ask("document.querySelector('#points .open').innerText")
    click(browser, "#points button[data-line]")
    assert "已回应" in browser.ask("document.querySelector('#points .answered').innerText")

    assert browser.ask(SELECT % json.dumps(quote, ensure_ascii=False))
    comment = "document.querySelector('details.add form')"
    browser.wait(f"{comment}.elements.quote.value === {json.dumps(quote, ensure_ascii=False)}")
    assert browser.ask("document.querySelector('details.add').open")
    browser.ask(f"{comment}.elements.text.value = '压到几天？'")
    go(browser, f"{comment}.requestSubmit()")
    assert browser.ask("document.querySelector('mark.s-comment').textContent") == quote

    click(browser, "a[href$='/return']")
    fits(browser)
    browser.ask(f"document.querySelector('input[name=own]').value = '“{quote}”没有写从哪天起'")
    click(browser, "form.return .button.main")
    assert "已退回" in browser.ask("document.querySelector('.standing').innerText")

    drop(browser, page, second)
    click(browser, ".statements a")
    browser.wait("document.querySelector('#reasons .seen') !== null")
    assert "原话已不在" in browser.ask("document.querySelector('#reasons .seen').innerText")
    assert "原话已经不在" in browser.ask("document.querySelector('#comments').innerText")
    fits(browser)
    click(browser, "#reasons button[value=met]")
    click(browser, "form[action$='/accept'] button")
    assert "审核通过" in browser.ask("document.querySelector('.standing').innerText")

    browser.open(f"{desk.base}/reviews/?only=missing")
    assert "陈立" in browser.ask("document.querySelector('main').innerText")
    fits(browser)
    assert not browser.errors
