"""A statement gone through with a real browser: fixed, put aside, edited, compared."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from desk_process import RunningDesk
from test_door import let_in

from chromium import CHROMIUM, Page

ROOT = Path(__file__).resolve().parents[2]
FAULTY = ROOT / "examples" / "faulty.docx"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def enter(desk: RunningDesk, browser: Page) -> None:
    """Come in with the cookie: the link may have been used."""
    name, _, value = let_in(desk).partition("=")
    browser.call("Network.setCookie", name=name, value=value, url=desk.base)
    browser.size(1280, 900)
    browser.errors.clear()


def put_in(desk: RunningDesk, browser: Page, path: Path) -> None:
    """Put a file in, and open its page."""
    enter(desk, browser)
    browser.open(f"{desk.base}/")
    browser.choose("input[multiple]", [path])
    browser.wait(
        "location.pathname.startsWith('/batches/') && document.querySelector('#rows tr.read') !== null"
    )
    browser.open(browser.ask("document.querySelector('#rows .name a').href"))
    browser.wait("document.querySelector('.keys:not([hidden])') !== null")


def go(browser: Page, act: str) -> None:
    """Do what leads to a new page, and wait until it is there."""
    browser.ask("window.isOld = true")
    browser.ask(act)
    browser.wait("!window.isOld && document.readyState === 'complete'")


def click(browser: Page, selector: str) -> None:
    browser.ask(
        f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})"
    )
    browser.ask("window.isOld = true")
    browser.click(selector)
    browser.wait("!window.isOld && document.readyState === 'complete'")


def test_findings_are_stepped_through_put_aside_and_fixed(desk: RunningDesk, browser: Page) -> None:
    put_in(desk, browser, FAULTY)
    count = "document.querySelector('.keys output').textContent.split('/')[1].trim()"
    before = int(browser.ask(count))
    for key in "jjk":
        browser.press(key)
    assert browser.ask("document.querySelector('.findings li.current').id") == "f1-1"
    # Keys that are typed into a form step nowhere, and clicks in it do not lead to the words.
    browser.ask("document.querySelector('#f1-1 .judge details').open = true")
    browser.ask("document.querySelector('#f1-1 input[name=other]').focus()")
    browser.press("j")
    assert browser.ask("document.querySelector('#f1-1 input[name=other]').value") == "j"
    assert browser.ask("document.querySelector('.findings li.current').id") == "f1-1"
    click(browser, "#f1-1 .judge .button[name=reason]")
    assert int(browser.ask(count)) == before - 1
    assert browser.ask("document.querySelector('.fold.aside summary').innerText").startswith(
        "已放到一边 1"
    )
    click(browser, ".judge form[action$='/fix'] button")
    assert "已采用改法" in browser.ask("document.querySelector('.last-change').innerText")
    assert int(browser.ask(count)) == before - 2
    click(browser, ".last-change button")
    assert int(browser.ask(count)) == before - 1
    browser.press("j")
    assert browser.ask("document.querySelectorAll('mark.current').length") >= 1
    assert not browser.errors


def test_words_typed_are_checked_kept_over_a_reload_and_saved(
    desk: RunningDesk, browser: Page
) -> None:
    put_in(desk, browser, FAULTY)
    page = browser.ask("location.href")
    click(browser, "a[href$='/edit']")
    marks = "document.querySelector('.editor').shadowRoot.querySelectorAll('.cm-lintRange').length"
    browser.wait(f"document.querySelector('.editor').shadowRoot !== null && {marks} > 5")
    # At the end of the document: a slip that has a certain fix.
    browser.ask("document.querySelector('.editor').shadowRoot.querySelector('.cm-content').focus()")
    press_with_control(browser, "End")
    browser.call("Input.insertText", text="关心于部职工不够。")
    found = "[...document.querySelectorAll('.found .button')].filter((each) => each.innerText.includes('干')).length"
    browser.wait(f"{found} === 2")
    browser.wait("document.querySelector('form.edit output').innerText.includes('草稿已记下')")
    # Leaving asks; the words are there all the same.
    browser.ask("void setTimeout(() => location.reload(), 0)")
    accept_dialog(browser)
    browser.wait(
        "document.querySelector('.last-change') !== null && document.readyState === 'complete'"
    )
    text = "document.querySelector('form.edit textarea').value"
    assert browser.ask(text).endswith("关心于部职工不够。")
    browser.wait(f"{found} === 2")
    click(browser, "form.edit button[type=submit]")
    assert browser.ask("location.href") == page
    assert "关心于部职工不够。" in browser.ask("document.querySelector('.sheet').innerText")
    assert not browser.errors


def test_without_the_editor_a_plain_field_does_the_same(desk: RunningDesk, browser: Page) -> None:
    put_in(desk, browser, FAULTY)
    browser.call("Network.setBlockedURLs", urls=["*editor.min.js"])
    click(browser, "a[href$='/edit']")
    browser.call("Network.setBlockedURLs", urls=[])
    browser.wait("document.querySelectorAll('.found button.go').length > 5")
    browser.ask("document.querySelector('form.edit textarea').focus()")
    press_with_control(browser, "End")
    browser.call("Input.insertText", text="关心于部职工不够。")
    fixes = "[...document.querySelectorAll('.found .button')].filter((each) => each.innerText.includes('干'))"
    browser.wait(f"{fixes}.length === 2")
    browser.ask(f"{fixes}.pop().click()")
    browser.wait(f"{fixes}.length === 1")
    browser.ask("document.querySelector('.found button.go').click()")
    field = "document.querySelector('form.edit textarea')"
    assert browser.ask(f"{field}.selectionEnd > {field}.selectionStart")
    click(browser, "form.edit button[type=submit]")
    assert "干部职工不够。" in browser.ask("document.querySelector('.sheet').innerText")


def test_second_version_is_put_in_and_compared(desk: RunningDesk, browser: Page) -> None:
    put_in(desk, browser, FAULTY)
    browser.ask("document.querySelector('#versions').open = true")
    browser.choose("#next-version", [ROOT / "examples" / "good.docx"])
    click(browser, ".versions .next button")
    browser.ask("document.querySelector('#versions').open = true")
    click(browser, ".versions a[href*=compare]")
    assert "已改" in browser.ask("document.querySelector('.compared').innerText")
    for width in (360, 1280):
        browser.size(width, 900)
        assert browser.ask("document.documentElement.scrollWidth") <= width
    assert not browser.errors


def press_with_control(browser: Page, key: str) -> None:
    browser.call(
        "Input.dispatchKeyEvent",
        type="rawKeyDown",
        key=key,
        code=key,
        windowsVirtualKeyCode=35,
        modifiers=2,
    )
    browser.call(
        "Input.dispatchKeyEvent",
        type="keyUp",
        key=key,
        code=key,
        windowsVirtualKeyCode=35,
        modifiers=2,
    )


def accept_dialog(browser: Page) -> None:
    """Answer the browser's question whether to leave, when it has come."""
    for _ in range(500):
        try:
            browser.call("Page.handleJavaScriptDialog", accept=True)
        except AssertionError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the browser did not ask")
