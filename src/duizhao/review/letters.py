"""The characters of one run, and the child element each stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from duizhao.office.wordml import FIXED, STRICT, WORD
from duizhao.office.xml_text import XmlElement, children, first_tag, unescaped
from duizhao.read import run_text
from duizhao.review.skeleton import Run

ONE_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
TEXT = frozenset(("t", "delText"))
SHOWING = frozenset(("tab", "ptab", "br", "cr", "noBreakHyphen", "sym"))


class Child(NamedTuple):
    """A child of a run and the characters it shows, which begin at the run's character `at`.

    `is_text` says that it holds them as they are and may be cut between them.
    """

    element: XmlElement
    at: int
    text: str
    is_text: bool

    @property
    def stop(self) -> int:
        return self.at + len(self.text)


class Letters(NamedTuple):
    """A run, taken apart. `properties` is its w:rPr as written."""

    run: Run
    children: tuple[Child, ...]
    properties: str
    text: str


class Shown:
    """What elements other than text put into a run, as `read` itself sees them: symbols, alternate content, odd text.

    Kept by how they are written: a run of 100,000 symbols holds one element, again and again.
    """

    def __init__(self, xml: str) -> None:
        self._top = first_tag(xml)
        self._known: dict[str, str] = {}

    def __call__(self, written: str) -> str:
        if written not in self._known:
            self._known[written] = _shown(self._top, written)
        return self._known[written]


def letters(xml: str, run: Run, namespaces: frozenset[str], shown: Shown) -> Letters:
    """Take a run apart, so that its characters are those that `read` saw in it."""
    kept: list[Child] = []
    properties, at = "", 0
    for element in children(xml, run.element.inner, run.element.outer):
        prefix, _, name = element.name.rpartition(":")
        is_word = prefix in namespaces
        if is_word and name == "rPr":
            properties = xml[element.start : element.end]
            continue
        raw = xml[element.inner : element.outer]
        is_text = is_word and name in TEXT and "<" not in raw
        if is_text:
            text = _said(raw)
        elif is_word and WORD + name in FIXED:
            text = FIXED[WORD + name]
        elif is_word and name not in SHOWING | TEXT:
            text = ""
        else:
            text = shown(xml[element.start : element.end])
        kept.append(Child(element, at, text, is_text))
        at += len(text)
    return Letters(run, tuple(kept), properties, "".join(child.text for child in kept))


def places(xml: str, child: Child) -> Sequence[int]:
    """Where, in the XML, each character of a `child` that is text stands."""
    start, end = child.element.inner, child.element.outer
    raw = xml[start:end]
    if "&" not in raw and "\r" not in raw:
        return range(start, end)
    return [start + found.start() for found in ONE_CHARACTER.finditer(raw)]


def _said(raw: str) -> str:
    # As `read` has it: a line break inside w:t is white space, one written as a reference to U+000D is not.
    return unescaped(raw.replace("\r\n", "\n").replace("\r", "\n")).replace("\n", " ")


def _shown(top: re.Match[str], written: str) -> str:
    namespace = STRICT if STRICT[1:-1] in top[0] else WORD
    run = f'<dzw:p xmlns:dzw="{namespace[1:-1]}"><dzw:r>{written}</dzw:r></dzw:p>'
    # Not XML where the element hangs on a prefix that something between the root and the run declares: no text then.
    return run_text(f"{top[0]}{run}</{top[2]}>".encode())
