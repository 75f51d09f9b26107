"""The page of screening in a real Chromium: nothing is fetched, keys step, clicks lead across, texts stay in view."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens import with_recurring

from chromium import CHROMIUM, Page
from duizhao.reuse.view import ShownCheck, write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

CURRENT = "[...document.querySelectorAll('mark.current')].map(e => e.dataset.p)[0]"
OUTPUT = "[...document.querySelectorAll('output')].map(e => e.textContent).join(' ')"
"""Of differences, passages and pairs, which of how many is shown."""
SIDES = "[...document.querySelectorAll('.text .current')].map(e => e.textContent)"
OPEN = "[...document.querySelectorAll('details.facing[open]')].map(e => e.id).join(' ')"
IN_VIEW = """(() => {{
  const pane = document.querySelector('{side} .text').getBoundingClientRect();
  const piece = document.querySelector('{side} mark[data-p~="{at}"]').getBoundingClientRect();
  return piece.top >= Math.max(pane.top, 0) && piece.top < Math.min(pane.bottom, innerHeight);
}})()"""
TOP = "document.querySelector('{} mark[data-p~=\"{}\"]').getBoundingClientRect().top"


@pytest.fixture
def page(browser: Page, checked: ShownCheck, tmp_path: Path) -> Page:
    written = tmp_path / "相同段落.html"
    written.write_text(str(write("html", with_recurring(checked))), encoding="utf-8")
    browser.requests.clear()
    browser.errors.clear()
    browser.size(1280, 600)
    browser.open(written.as_uri())
    return browser


def test_page_fetches_nothing_and_its_policy_lets_its_own_style_and_script_in(page: Page) -> None:
    assert len(page.requests) == 1
    assert page.errors == []
    assert page.ask("getComputedStyle(document.querySelector('.sides')).display") == "grid"
    assert page.ask(OUTPUT) == "0/2 0/2 1/7"


def test_j_and_k_step_through_passages_and_on_to_the_next_pair(page: Page) -> None:
    page.press("j")
    assert (page.ask(CURRENT), page.ask(OUTPUT)) == ("1", "0/2 1/2 1/7")
    page.press("j")
    page.press("j")
    assert (page.ask(OPEN), page.ask(OUTPUT)) == ("d2", "0/5 1/3 2/7")
    page.press("k")
    assert (page.ask(OPEN), page.ask(OUTPUT)) == ("d1", "2/2 2/2 1/7")


def test_arrows_step_like_letters(page: Page) -> None:
    page.press("ArrowRight")
    page.press("ArrowRight")
    page.press("ArrowLeft")
    assert page.ask(OUTPUT) == "0/2 1/2 1/7"


def test_n_and_p_step_through_differences_which_are_whole_words_on_both_sides(page: Page) -> None:
    page.press("n")
    assert (page.ask(SIDES), page.ask(OUTPUT)) == (["2024", "2023"], "1/2 1/2 1/7")
    page.press("n")
    assert page.ask(SIDES) == ["2024年6月", "2023年6月"]
    page.press("n")
    assert (page.ask(SIDES), page.ask(OUTPUT)) == (["青石镇", "柳树沟村"], "1/5 1/3 2/7")
    page.press("p")
    assert page.ask(OUTPUT) == "2/2 1/2 1/7"


def test_buttons_step_as_the_keys_do(page: Page) -> None:
    click = "document.querySelector('[data-kind={}] button:last-child').click()"
    for kind in ("change", "change", "passage", "pair"):
        page.ask(click.format(kind))
    assert page.ask(OUTPUT) == "0/5 1/3 2/7"
    page.ask("document.querySelector('[data-kind=change] button').click()")
    assert page.ask(OUTPUT) == "2/2 1/2 1/7"


def test_brackets_step_through_pairs(page: Page) -> None:
    page.press("]")
    assert page.ask(OPEN) == "d2"
    page.press("[")
    page.press("[")
    assert page.ask(OPEN) == "d7"


def test_step_brings_both_sides_into_view(page: Page) -> None:
    for _ in range(5):
        page.press("j")
    assert page.ask(OUTPUT).endswith(" 3/3 2/7")
    assert page.ask(IN_VIEW.format(side="#d2-l", at=3))
    assert page.ask(IN_VIEW.format(side="#d2-r", at=3))


def test_click_on_a_passage_brings_its_counterpart_beside_it(page: Page) -> None:
    page.press("]")
    page.ask("document.querySelector('#d2-l .text').scrollTop = 1e6")
    before = page.ask(TOP.format("#d2-l", 2))
    page.ask("document.querySelector('#d2-l mark[data-p=\"2\"]').click()")
    assert page.ask(CURRENT) == "2"
    assert page.ask(TOP.format("#d2-l", 2)) == before
    assert page.ask(IN_VIEW.format(side="#d2-r", at=2))


def test_question_mark_shows_the_keys(page: Page) -> None:
    assert page.ask("document.getElementById('help').offsetParent === null")
    page.press("?")
    assert "下一处、上一处不同" in page.ask("document.getElementById('help').innerText")
    page.press("?")
    assert page.ask("document.getElementById('help').hidden")


def test_a_unfolds_and_folds_all(page: Page) -> None:
    page.press("a")
    assert page.ask(OPEN) == "d1 d2 d3 d4 d5 d6 d7"
    page.press("a")
    assert page.ask(OPEN) == "d1"


def test_address_of_a_passage_and_of_a_problem_opens_it(page: Page) -> None:
    address = page.ask("location.href")
    page.open(address + "?again#d3-r2")
    assert (page.ask(OPEN), page.ask(OUTPUT).split()[1:]) == ("d3", ["2/3", "3/7"])
    page.open(address + "?problem#d1-lb1")
    assert page.ask(OPEN) == "d1"


def test_index_leads_to_the_texts(page: Page) -> None:
    page.ask("document.querySelector('#files a[href=\"#d4\"]').click()")
    assert (page.ask(OPEN), page.ask(CURRENT)) == ("d4", "1")


def test_without_script_every_text_can_be_opened(page: Page) -> None:
    address = page.ask("location.href")
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(address)
        assert page.ask("document.querySelector('.keys').hidden")
        page.ask("document.querySelector('#d5 summary').click()")
        assert page.ask(OPEN) == "d1 d5"
        assert page.ask("document.querySelector('#d5-r .text').offsetHeight") > 100
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_copied_text_is_the_statement_alone(page: Page) -> None:
    line = page.ask("document.querySelector('#d1-l p[data-line=\"3\"]').textContent")
    assert line.startswith("一是调查研究不够深入，2024年到青石镇只听汇报")


def test_nothing_is_wider_than_a_narrow_screen(page: Page) -> None:
    page.size(400, 800)
    page.press("j")
    assert page.ask("document.documentElement.scrollWidth") <= 400
    assert page.ask(IN_VIEW.format(side="#d1-l", at=1))


def test_print_has_the_texts_whole_and_no_keys(page: Page) -> None:
    assert page.pdf().startswith(b"%PDF")
    page.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert page.ask("getComputedStyle(document.querySelector('.keys')).display") == "none"
        assert page.ask("getComputedStyle(document.querySelector('.text')).maxHeight") == "none"
    finally:
        page.call("Emulation.setEmulatedMedia", media="")


def test_hostile_text_stays_text(browser: Page, hostile: ShownCheck, tmp_path: Path) -> None:
    written = tmp_path / "坏.html"
    written.write_text(str(write("html", hostile)), encoding="utf-8")
    browser.requests.clear()
    browser.errors.clear()
    browser.open(written.as_uri())
    assert browser.ask("document.scripts.length") == 1
    assert browser.ask("document.images.length") == 0
    assert browser.errors == []
    assert len(browser.requests) == 1
