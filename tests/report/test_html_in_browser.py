"""The page in a real Chromium: nothing is fetched, the filter filters, the keys step, the print fits on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_reports import SLIP, TEXT, VAGUE, checked, finding, hostile, report, sample

from chromium import CHROMIUM, Page
from duizhao.report.html import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

SHOWN = "[...document.querySelectorAll('.findings li')].filter(e => e.offsetParent).length"
CURRENT = "document.querySelector('.findings li.current')?.id"
OUTPUT = "document.querySelector('output').textContent"
ORDER = "[...document.querySelectorAll('.findings li[id]')].map(e => e.id).join(' ')"
VISIBLE = """(() => {{
  const box = document.querySelector('{}').getBoundingClientRect();
  return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).closest('{}') !== null;
}})()"""
FOCUS = "document.activeElement.getAttribute('href')"
TINT = "getComputedStyle(document.querySelector('mark.{}')).backgroundColor"
LINE = "getComputedStyle(document.querySelector('mark.s-{}')).borderBottomStyle"
CLEAR = "rgba(0, 0, 0, 0)"


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    written = tmp_path / "结果.html"
    written.write_text(render(report()), encoding="utf-8")
    browser.requests.clear()
    browser.errors.clear()
    browser.size(1400, 900)
    browser.open(written.as_uri())
    return browser


def words_of(pdf: bytes) -> str:
    """The characters of a PDF without white space."""
    pages = pytest.importorskip("pypdfium2").PdfDocument(pdf)
    return "".join("".join(each.get_textpage().get_text_bounded().split()) for each in pages)


def tick(page: Page, box: str) -> None:
    page.ask(f"document.querySelector('label[for={box}]').click()")


def test_page_fetches_nothing_and_its_policy_lets_its_own_style_and_script_in(page: Page) -> None:
    assert [address for address in page.requests if not address.startswith("file:")] == []
    assert len(page.requests) == 1
    assert page.errors == []
    assert page.ask("getComputedStyle(document.querySelector('article')).display") == "grid"
    assert page.ask(OUTPUT) == "0 / 5"


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
    assert page.ask(OUTPUT) == "0 / 3"
    assert page.ask(TINT.format("s-error")) == CLEAR
    tick(page, "f-wording")
    assert page.ask(SHOWN) == 2
    tick(page, "s-error")
    assert page.ask(SHOWN) == 4
    assert page.ask(TINT.format("s-error")) != CLEAR


def test_without_script_the_page_reads_and_filters_and_shows_no_dead_button(page: Page) -> None:
    address = page.ask("location.href")
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(address)
        assert page.ask(SHOWN) == 5
        tick(page, "f-residue")
        assert page.ask(SHOWN) == 3
        shown = "[...document.querySelectorAll('button')].filter(e => e.offsetParent).length"
        assert page.ask(shown) == 0
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_keys_and_buttons_step_through_what_is_shown(page: Page) -> None:
    for press, id in (
        ("j", "f1-1"), ("ArrowRight", "f1-2"), ("k", "f1-1"), ("ArrowLeft", "f1-5"), ("j", "f1-1"),
    ):  # fmt: skip
        page.press(press)
        assert page.ask(CURRENT) == id
    page.click("button[data-step='1']")
    assert (page.ask(CURRENT), page.ask(OUTPUT)) == ("f1-2", "2 / 5")
    page.click("button[data-step='-1']")
    assert page.ask(CURRENT) == "f1-1"
    tick(page, "s-warning")
    page.press("k")
    assert (page.ask(CURRENT), page.ask(OUTPUT)) == ("f1-5", "3 / 3")
    tick(page, "s-hint")
    assert (page.ask(CURRENT), page.ask(OUTPUT)) == (None, "0 / 2")


def test_list_is_sorted_by_urgency_or_by_place(page: Page) -> None:
    page.click(".sort button[value='place']")
    assert page.ask(ORDER) == "f1-1 f1-5 f1-2 f1-3 f1-4"
    assert page.ask("document.querySelector('.sort [aria-pressed=true]').textContent") == "按位置"
    page.press("j")
    page.press("j")
    assert page.ask(CURRENT) == "f1-5"
    page.click(".sort button[value='urgency']")
    assert page.ask(ORDER) == "f1-1 f1-2 f1-3 f1-4 f1-5"


def test_text_and_list_lead_to_each_other(page: Page) -> None:
    page.click("mark.s-warning")
    assert page.ask(CURRENT) == "f1-3"
    page.click("#f1-2 .message")
    assert page.ask("document.querySelector('mark.current').id") == "m-f1-2"


def test_enter_leads_to_the_words_and_back(page: Page) -> None:
    page.ask("document.querySelector('#f1-3 .go').focus()")
    page.press("Enter")
    assert (page.ask(CURRENT), page.ask(FOCUS)) == ("f1-3", "#f1-3")
    page.press("Enter")
    assert (page.ask(CURRENT), page.ask(FOCUS)) == ("f1-3", "#m-f1-3")


def test_place_of_a_repeated_finding_leads_to_it(page: Page) -> None:
    page.click("#f1-2 .places a:last-child")
    assert page.ask(CURRENT) == "f1-2"
    assert page.ask("document.activeElement.dataset.m") == "m-f1-2-2"
    assert page.ask("document.querySelectorAll('mark.current').length") == 2


def test_address_of_a_finding_opens_it(page: Page) -> None:
    page.open(page.ask("location.href") + "?again#f1-4")
    assert page.ask(CURRENT) == "f1-4"
    page.ask("location.hash = '#m-f1-3'")
    page.call(
        "Runtime.evaluate", expression="new Promise(requestAnimationFrame)", awaitPromise=True
    )
    assert page.ask(CURRENT) == "f1-3"


def test_phone_shows_a_finding_below_its_words(page: Page) -> None:
    page.size(360, 740)
    for _ in range(3):
        page.click("button[data-step='1']")
    assert page.ask(CURRENT) == "f1-3"
    assert page.ask(VISIBLE.format("#f1-3", "#f1-3"))
    assert page.ask(VISIBLE.format("#m-f1-3", "#m-f1-3"))
    page.click("button.list")
    assert page.ask(CURRENT) is None
    assert page.ask(VISIBLE.format("#f1-3 .go", "#f1-3"))
    sizes = "[...document.querySelectorAll('.bar label, .bar button')].filter(e => e.offsetParent)"
    assert page.ask(f"Math.min(...{sizes}.map(e => e.offsetHeight))") >= 40


def test_nothing_is_wider_than_a_narrow_screen(page: Page) -> None:
    page.size(360, 740)
    page.ask("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.ask("document.documentElement.scrollWidth") <= 360


def test_print_has_the_text_and_the_list_on_numbered_pages(page: Page) -> None:
    printed = words_of(page.pdf())
    assert "—1—" in printed
    assert "固定说法中的错字" in printed
    for other in ("按位置", "清单", "规则说明", "‹", "键盘"):
        assert other not in printed
    page.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert page.ask("getComputedStyle(document.querySelector('.findings')).maxHeight") == "none"
        for kind, line in ("error", "solid"), ("warning", "dashed"), ("hint", "dotted"):
            assert page.ask(LINE.format(kind)) == line
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
    ways = (
        "[...document.querySelectorAll('#d{} .ways a')].map(e => e.textContent + e.hash).join(' ')"
    )
    assert browser.ask(ways.format(1)) == "回目录#files 下一份#d2"
    assert browser.ask(ways.format(2)) == "回目录#files 上一份#d1"
    browser.press("p")
    assert browser.ask("document.querySelector('#d1').getBoundingClientRect().top >= 0")


def test_list_of_files_fits_a_phone(browser: Page, tmp_path: Path) -> None:
    written = tmp_path / "三份.html"
    made = report(sample("材料/甲.txt"), sample("乙.txt"), failures=(("坏" * 40, "读不了" * 40),))
    written.write_text(render(made), encoding="utf-8")
    browser.size(360, 740)
    browser.open(written.as_uri())
    assert browser.ask("document.documentElement.scrollWidth") <= 360
    assert browser.ask("document.querySelector('.unchecked td').offsetWidth") > 250


def test_step_passes_over_what_is_folded_and_its_address_unfolds_it(
    browser: Page, tmp_path: Path
) -> None:
    written = tmp_path / "提醒.html"
    reminder = replace(finding(TEXT, VAGUE, "一是放松", "没有案例。"), is_unverified=True)
    made = report(checked(TEXT, finding(TEXT, SLIP, "于部", "错字。"), reminder))
    written.write_text(render(made), encoding="utf-8")
    browser.open(written.as_uri())
    assert browser.ask(OUTPUT) == "0 / 1"
    browser.ask("location.hash = '#m-f1-2'")
    browser.call(
        "Runtime.evaluate", expression="new Promise(requestAnimationFrame)", awaitPromise=True
    )
    assert (browser.ask(CURRENT), browser.ask(OUTPUT)) == ("f1-2", "2 / 2")
