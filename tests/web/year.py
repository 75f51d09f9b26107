"""Somebody who goes through the pages of a year: opens them, fills forms in, sends them, reads what comes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from test_accessible_with_browser import serious

from chromium import Page

MAIN = "document.querySelector('main')?.innerText ?? ''"


class Walker:
    """A person at a browser. Every page that is opened is looked at by axe."""

    def __init__(self, browser: Page, base: str) -> None:
        self.browser, self._base = browser, base

    @property
    def words(self) -> str:
        return str(self.browser.ask(MAIN))

    @property
    def path(self) -> str:
        return str(self.browser.ask("location.pathname"))

    def open(self, path: str) -> str:
        """Open a page. Returns its words."""
        self.browser.open(path if "://" in path else f"{self._base}{path}")
        assert not serious(self.browser), path
        return self.words

    def send(self, act: str, files: Mapping[str, Path] | None = None, **given: str) -> str:
        """Fill in the form of an act and send it, as a click does. Returns the words of what comes."""
        form = f"document.querySelector('main form{f'[action$={json.dumps(act)}]' if act else ':not([action])'}')"
        assert self.browser.ask(f"{form} !== null"), (
            f"{act} is no form of {self.path}: {self.words}"
        )
        for name, value in given.items():
            field = f"{form}.elements[{json.dumps(name.replace('__', '-'))}]"
            self.browser.ask(f"{field}.value = {json.dumps(value)}")
        for selector, path in (files or {}).items():
            self.browser.choose(selector, [path])
        return self._sent(f"{form}.requestSubmit()")

    def press(self, selector: str) -> str:
        """Click a button that sends a form, or a link. Returns the words of what comes."""
        assert self.browser.ask(f"document.querySelector({json.dumps(selector)}) !== null"), (
            f"{selector} is not on {self.path}: {self.words}"
        )
        return self._sent(f"document.querySelector({json.dumps(selector)}).click()")

    def link(self, pattern: str) -> str:
        """The path of the first link that matches."""
        links = self.browser.ask("[...document.querySelectorAll('a[href]')].map((a) => a.pathname)")
        found = next((each for each in links if re.fullmatch(pattern, each)), None)
        assert found, f"no link {pattern} on {self.path}: {links}"
        return str(found)

    def says(self, words: str) -> None:
        """Wait until the page has these words."""
        self.browser.wait(f"({MAIN}).includes({json.dumps(words)})", 60)

    def _sent(self, expression: str) -> str:
        self.browser.settle()
        self.browser.ask("window.isOld = true; window.confirm = () => true")
        self.browser.ask(expression)
        self.browser.wait("!window.isOld && document.readyState == 'complete'", 60)
        return self.words
