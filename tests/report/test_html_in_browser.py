"""The page in a real Chromium: nothing is fetched, the filter filters, the keys step, the print fits on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import CHROMIUM, Page, chromium
from made_reports import hostile, report, sample

from duizhao.report.html import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

SHOWN = "[...document.querySelectorAll('.findings > li')].filter(e => e.offsetParent).length"
CURRENT = "document.querySelector('.findings > li.current')?.id"
TINT = "getComputedStyle(document.querySelector('mark.{}')).backgroundColor"
CLEAR = "rgba(0, 0, 0, 0)"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with chromium(tmp_path_factory.mktemp("chromium")) as page:
        yield page


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    written = tmp_path / "结果.html"
    written.write_text(render(report()), encoding="utf-8")
    browser.requests.clear()
    browser.errors.clear()
    browser.size(1400, 900)
    browser.open(written.as_uri())
    return browser


def tick(page: Page, box: str) -> None:
    page.ask(f"document.querySelector('label[for={box}]').click()")


def test_page_fetches_nothing_and_its_policy_lets_its_own_style_and_script_in(page: Page) -> None:
    assert [address for address in page.requests if not address.startswith("file:")] == []
    assert len(page.requests) == 1
    assert page.errors == []
    assert page.ask("getComputedStyle(document.querySelector('article')).display") == "grid"
    assert page.ask("document.querySelector('output').textContent") == "0 / 6"


def test_policy_forbids_every_other_script(page: Page) -> None:
    page.ask(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); })()"
    )
    assert page.ask("window.ran") is None


def test_copied_text_is_the_statement_alone(page: Page) -> None:
    line = page.ask("document.querySelector('.sheet p[data-line=\"5\"]').textContent")
    assert line == "一是学习不够深入。结合实际不够，联系××工作、××项目不多，于部职工的意见听得少。"


def test_filter_by_severity_and_by_family(page: Page) -> None:
    tick(page, "s-error")
    assert page.ask(SHOWN) == 3
    assert page.ask(TINT.format("s-error")) == CLEAR
    tick(page, "f-wording")
    assert page.ask(SHOWN) == 2
    tick(page, "s-error")
    assert page.ask(SHOWN) == 5
    assert page.ask(TINT.format("s-error")) != CLEAR


def test_filter_needs_no_script(page: Page) -> None:
    address = page.ask("location.href")
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(address)
        assert page.ask(SHOWN) == 6
        tick(page, "f-residue")
        assert page.ask(SHOWN) == 3
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_j_and_k_step_through_what_is_shown(page: Page) -> None:
    page.press("j")
    assert page.ask(CURRENT) == "f1-1"
    page.press("j")
    page.press("k")
    page.press("k")
    assert page.ask(CURRENT) == "f1-6"
    tick(page, "s-warning")
    page.press("j")
    assert page.ask(CURRENT) == "f1-1"
    assert page.ask("document.querySelector('output').textContent") == "1 / 4"


def test_text_and_list_lead_to_each_other(page: Page) -> None:
    page.ask("document.querySelector('mark.s-warning').click()")
    assert page.ask(CURRENT) == "f1-5"
    page.ask("document.querySelector('#f1-2').click()")
    assert page.ask("document.querySelector('mark.current').id") == "m-f1-2"


def test_address_of_a_finding_opens_it(page: Page) -> None:
    page.open(page.ask("location.href") + "?again#f1-4")
    assert page.ask(CURRENT) == "f1-4"
    page.ask("location.hash = '#m-f1-5'")
    page.call(
        "Runtime.evaluate", expression="new Promise(requestAnimationFrame)", awaitPromise=True
    )
    assert page.ask(CURRENT) == "f1-5"


def test_nothing_is_wider_than_a_narrow_screen(page: Page) -> None:
    page.size(400, 800)
    assert page.ask("document.documentElement.scrollWidth") <= 400


def test_print_has_the_text_and_the_list_and_no_keys(page: Page) -> None:
    assert page.pdf().startswith(b"%PDF")
    page.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert page.ask("getComputedStyle(document.querySelector('.keys')).display") == "none"
        assert page.ask("getComputedStyle(document.querySelector('.findings')).maxHeight") == "none"
    finally:
        page.call("Emulation.setEmulatedMedia", media="")


def test_hostile_text_stays_text(browser: Page, tmp_path: Path) -> None:
    written = tmp_path / "坏.html"
    written.write_text(render(hostile()), encoding="utf-8")
    browser.requests.clear()
    browser.errors.clear()
    browser.open(written.as_uri())
    assert browser.ask("document.scripts.length") == 1
    assert browser.ask("document.images.length") == 0
    assert browser.errors == []
    assert len(browser.requests) == 1
    first = browser.ask("document.querySelector('.sheet p').textContent")
    assert first == "对照检查材料<script>alert(1)</script>"


def test_several_files_have_an_index(browser: Page, tmp_path: Path) -> None:
    written = tmp_path / "两份.html"
    written.write_text(render(report(sample("甲.txt"), sample("乙.txt"))), encoding="utf-8")
    browser.open(written.as_uri())
    assert browser.ask("document.querySelectorAll('#files tbody tr').length") == 2
    browser.ask("document.querySelectorAll('#files a')[1].click()")
    assert browser.ask("location.hash") == "#d2"
    assert browser.ask("document.querySelectorAll('mark[id]').length") == 12
