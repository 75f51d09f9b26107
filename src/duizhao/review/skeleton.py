"""Where the paragraphs and runs of a part stand in its XML, counted as `read` counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from duizhao.office.xml_text import ATTRIBUTES, NO_TAG, XmlElement

HOLDERS = (
    "ins", "del", "moveTo", "moveFrom", "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo",
    "rubyBase", "rt", "txbxContent",
)  # fmt: skip
"""What may stand between a run and its paragraph, and the text box, which is a story of its own."""
BODY = -1


class Paragraph(NamedTuple):
    """A w:p and the story it belongs to: a text box by the place of its tag, or `BODY`."""

    element: XmlElement
    story: int


class Run(NamedTuple):
    """A w:r. `outermost` is the run of the same paragraph that holds it (a ruby's base), or itself.

    `insertion` is the start tag of the w:ins directly around it; `is_buried` says that one lies further out.
    """

    element: XmlElement
    story: int
    paragraph: int
    number: int
    outermost: int
    insertion: str
    is_buried: bool


class Skeleton:
    """The paragraphs by number, the runs by the number of their paragraph and their own."""

    def __init__(self, xml: str, prefixes: Iterable[str]) -> None:
        self.paragraphs: dict[int, Paragraph] = {}
        self.runs: dict[tuple[int, int], Run] = {}
        self._xml = xml
        self._open: list[_Open] = []
        self._inside: list[_Open] = []
        self._count = 0
        for tag in _pattern(prefixes).finditer(xml):
            if tag[2] is None:
                continue
            if tag[1]:
                self._close(tag)
            else:
                self._begin(tag)

    def _begin(self, tag: re.Match[str]) -> None:
        name = tag[3]
        number = -1
        if name == "p":
            number = self._count
            self._count += 1
        elif name == "r" and self._inside:
            self._inside[-1].runs += 1
            number = self._inside[-1].runs
        opened = _Open(name, tag, number)
        is_one_tag = tag[4].endswith("/")
        if name == "r" and not is_one_tag:
            opened.surroundings(self._open)
        if is_one_tag:
            self._keep(opened, XmlElement(tag[2], tag.start(), tag.end(), tag.end(), tag.end()))
            return
        self._open.append(opened)
        if name == "p":
            self._inside.append(opened)

    def _close(self, tag: re.Match[str]) -> None:
        opened = self._open.pop()
        if opened.name == "p":
            self._inside.pop()
        start = opened.tag
        self._keep(opened, XmlElement(start[2], start.start(), start.end(), tag.start(), tag.end()))

    def _keep(self, opened: _Open, element: XmlElement) -> None:
        if opened.name == "p":
            self.paragraphs[opened.number] = Paragraph(element, self._story())
        elif opened.name == "r" and self._inside:
            at, number = self._inside[-1].number, opened.number
            outermost = number if opened.outermost < 0 else opened.outermost
            self.runs[at, number] = Run(
                element, self._story(), at, number, outermost, opened.insertion, opened.is_buried
            )

    def _story(self) -> int:
        return next(
            (each.tag.start() for each in reversed(self._open) if each.name == "txbxContent"), BODY
        )


class _Open:
    """A tag that waits for its end."""

    __slots__ = ("insertion", "is_buried", "name", "number", "outermost", "runs", "tag")

    def __init__(self, name: str, tag: re.Match[str], number: int) -> None:
        self.name, self.tag, self.number = name, tag, number
        self.runs = self.outermost = -1
        self.insertion = ""
        self.is_buried = False

    def surroundings(self, around: list[_Open]) -> None:
        """Take note of what lies around a run, up to its paragraph."""
        for at, each in enumerate(reversed(around)):
            if each.name == "p":
                break
            if each.name == "ins" and at == 0:
                self.insertion = each.tag[0]
            elif each.name in {"ins", "moveTo"}:
                self.is_buried = True
            elif each.name == "r":
                self.outermost = each.number


def _pattern(prefixes: Iterable[str]) -> re.Pattern[str]:
    written = "|".join(re.escape(f"{prefix}:" if prefix else "") for prefix in sorted(prefixes))
    names = "|".join(("p", "r", *HOLDERS))
    return re.compile(
        rf"{NO_TAG}|<(/?)((?:{written})({names}))(?=[\s/>])({ATTRIBUTES})>", re.DOTALL
    )
