"""The characters of one run, and the child element in which each stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from duizhao.office.wordml import BLANKS, FIXED, STRICT, WORD
from duizhao.office.xml_text import XmlElement, children, first_tag, unescaped
from duizhao.read import run_text
from duizhao.review.run_index import RunSpan

ONE_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
SPACE = re.compile(r"""\sxml:space\s*=\s*["']([^"']*)""")
PRIVATE = re.compile("[\uf020-\uf0ff]")
TEXT = frozenset(("t", "delText"))
SHOWING = frozenset(("tab", "ptab", "br", "cr", "noBreakHyphen", "sym"))


class RunChild(NamedTuple):
    """A child element of a run, and the characters it shows, which begin at the run's character `at`.

    `is_text`: the characters stand in it as they are, so it may be split between them. `lead` and `trail` count the
    blanks at its ends that do not show.
    """

    element: XmlElement
    at: int
    text: str
    is_text: bool
    lead: int = 0
    trail: int = 0

    @property
    def stop(self) -> int:
        return self.at + len(self.text)


class RunText(NamedTuple):
    """A run with its child elements and its text. `properties` is its w:rPr as written."""

    run: RunSpan
    children: tuple[RunChild, ...]
    properties: str
    text: str


class RunReader:
    """Takes runs of one part apart, so that their characters are those that `read` found in them."""

    def __init__(self, xml: str, prefixes: frozenset[str]) -> None:
        self._xml, self._prefixes = xml, prefixes
        self._top = first_tag(xml)
        # By how an element is written: a run of 100,000 symbols holds one element, again and again.
        self._known: dict[str, str] = {}

    def read(self, run: RunSpan) -> RunText:
        """The text of a run."""
        found: list[RunChild] = []
        properties, at = "", 0
        for element in children(self._xml, run.element.inner, run.element.outer):
            prefix, _, name = element.name.rpartition(":")
            is_word = prefix in self._prefixes
            if is_word and name == "rPr":
                properties = self._xml[element.start : element.end]
                continue
            raw = self._xml[element.inner : element.outer]
            lead = trail = 0
            is_text = is_word and name in TEXT and "<" not in raw
            if is_text:
                whole = text = _characters(raw)
                if text.strip(BLANKS) != text and not self._keeps_blanks(element):
                    text = text.strip(BLANKS)
                    lead = len(whole) - len(whole.lstrip(BLANKS))
                    trail = len(whole) - len(text) - lead
                if PRIVATE.search(text):
                    # Shown in a symbol font, each is another sign.
                    text = self._shown(properties + self._xml[element.start : element.end])
            elif is_word and WORD + name in FIXED:
                text = FIXED[WORD + name]
            elif is_word and name not in SHOWING | TEXT:
                text = ""
            else:
                # Symbols, alternate content, odd text.
                text = self._shown(self._xml[element.start : element.end])
            found.append(RunChild(element, at, text, is_text, lead, trail))
            at += len(text)
        return RunText(run, tuple(found), properties, "".join(child.text for child in found))

    def _keeps_blanks(self, element: XmlElement) -> bool:
        tag = self._xml[element.start : element.inner]
        said = SPACE.search(tag) or SPACE.search(self._top[0])
        return said is not None and said[1] == "preserve"

    def _shown(self, written: str) -> str:
        """The characters that an element shows, as `read` finds them in a part that holds nothing else."""
        if written not in self._known:
            top = self._top
            namespace = STRICT if STRICT[1:-1] in top[0] else WORD
            run = f'<dzw:p xmlns:dzw="{namespace[1:-1]}"><dzw:r>{written}</dzw:r></dzw:p>'
            # It is not XML if its prefix is declared between the root and the run: then it counts as empty, and
            # `DocxBody.check` finds out if it is not.
            self._known[written] = run_text(f"{top[0]}{run}</{top[2]}>".encode())
        return self._known[written]


def character_places(xml: str, child: RunChild) -> Sequence[int]:
    """The place in the XML of each character of a `child` that is text, and of its end."""
    start, end = child.element.inner, child.element.outer
    raw = xml[start:end]
    places: Sequence[int] = range(start, end + 1)
    if "&" in raw or "\r" in raw:
        # A reference such as &amp; is one character.
        places = [start + found.start() for found in ONE_CHARACTER.finditer(raw)] + [end]
    return places[child.lead : len(places) - child.trail]


def _characters(raw: str) -> str:
    # As in `read`: a line break inside w:t is white space, but a reference to U+000D stays what it is.
    return unescaped(raw.replace("\r\n", "\n").replace("\r", "\n")).replace("\n", " ")
