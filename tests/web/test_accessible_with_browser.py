"""axe-core finds nothing serious on any page that can be reached, and each fits a telephone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import axe_core_python
import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk, running_desk

from chromium import CHROMIUM, Page

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
FOLDED = "details:not([open])"
"""What is folded has no colour of its own for this axe, which takes what lies over its place for its ground."""
SERIOUS = ("serious", "critical")
ROOT = Path(__file__).resolve().parents[2]
LINKS = (
    "[...document.querySelectorAll('a[href]:not([download])')]"
    ".filter((a) => a.origin === location.origin).map((a) => a.pathname)"
)
NO_PAGES = ("/original", "/download", ".xlsx", ".docx", ".zip", "/site/")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]


def test_no_page_has_a_serious_fault(desk: RunningDesk, browser: Page) -> None:
    client = DeskClient(desk.data)
    batch = client.begin()
    for name in ("faulty.docx", "good.txt"):
        client.put_in(batch, name, (ROOT / "examples" / name).read_bytes())
    client.post(f"{batch}ledger/take")
    screening = client.post(f"{batch}screen", begin="1").location
    assert screening.startswith("/screenings/")
    browser.size(1280, 900)
    browser.open(client.link())
    assert browser.ask("document.querySelector('main') !== null")
    faults: dict[str, Any] = {}
    addresses = pages(browser, desk.base, batch, screening)
    assert len(addresses) > 8, addresses
    for address in addresses:
        browser.size(1280, 900)
        browser.open(desk.base + address)
        if found := serious(browser):
            faults[address] = found
        browser.size(360, 740)
        wide = browser.ask("document.documentElement.scrollWidth")
        if wide > 360:
            faults[f"{address} at 360"] = wide
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)


def pages(browser: Page, base: str, *first: str) -> list[str]:
    """The pages that links lead to: of each kind, told by the words in its address, one."""
    kinds: dict[str, str] = {}
    waiting = ["/", *first]
    while waiting:
        address = waiting.pop(0).partition("#")[0].partition("?")[0]
        kind = "/".join(word for word in address.split("/") if not is_key(word))
        if kind in kinds or any(each in address for each in NO_PAGES):
            continue
        kinds[kind] = address
        browser.open(base + address)
        waiting += browser.ask(LINKS)
    return list(kinds.values())


def is_key(word: str) -> bool:
    return word.isdigit() or (len(word) == 16 and set(word) <= set("0123456789abcdef"))


def serious(browser: Page) -> list[Any]:
    # The bare script of axe: what the debugger evaluates is not bound by the policy of the page.
    browser.ask(f"{AXE}; true")
    browser.ask(
        f"window.found = null; axe.run({{exclude: [['{FOLDED}']]}})"
        ".then((all) => { window.found = all.violations; }); true"
    )
    browser.wait("window.found !== null")
    return [
        {"rule": each["id"], "at": [node["target"] for node in each["nodes"]][:5]}
        for each in browser.ask("window.found")
        if each["impact"] in SERIOUS
    ]


def test_components_fit_together(
    browser: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIZHAO_DEBUG", "1")
    with running_desk(tmp_path) as desk:
        browser.open(DeskClient(desk.data).link())
        for width, height in ((1280, 900), (360, 740)):
            browser.size(width, height)
            browser.open(f"{desk.base}/_components")
            assert browser.ask("document.querySelectorAll('section').length") > 5
            assert browser.ask("document.documentElement.scrollWidth") <= width
            assert not serious(browser)
