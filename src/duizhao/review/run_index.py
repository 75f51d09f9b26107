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
"""Elements that may stand between a run and its paragraph; and the text box, which is a story of its own."""
NUMBERED = ("p", "r")
BODY = -1


class RunParagraph(NamedTuple):
    """A w:p and the story it belongs to: a text box by the place of its tag, or `BODY`."""

    element: XmlElement
    story: int


class RunSpan(NamedTuple):
    """A w:r. `outermost` is the number of the run of the same paragraph that holds it (as a ruby does), or its own.

    `insertion` is the start tag of the w:ins directly around it, or "". `is_buried`: there is another w:ins or w:moveTo
    around it, further out.
    """

    element: XmlElement
    story: int
    paragraph: int
    number: int
    outermost: int
    insertion: str
    is_buried: bool


class RunIndex:
    """The paragraphs by number, and the runs by the number of their paragraph and their own."""

    def __init__(self, xml: str, prefixes: Iterable[str]) -> None:
        self.paragraphs: dict[int, RunParagraph] = {}
        self.runs: dict[tuple[int, int], RunSpan] = {}
        self._open: list[_OpenTag] = []
        self._open_paragraphs: list[_OpenTag] = []
        self._boxes: list[int] = []
        self._count = 0
        for tag in _pattern(prefixes).finditer(xml):
            slash, written, name, attributes = tag.groups()
            if slash:
                # The part is well-formed, so the end tag belongs to the last start tag that is open.
                opened = self._open.pop()
                if name == "p":
                    self._open_paragraphs.pop()
                elif name == "txbxContent":
                    self._boxes.pop()
                if name in NUMBERED:
                    self._keep(opened, *tag.span())
            elif written is not None:
                # A comment or an instruction has no name.
                self._begin(tag, name, is_one_tag=attributes.endswith("/"))

    def _begin(self, tag: re.Match[str], name: str, *, is_one_tag: bool) -> None:
        number = -1
        # Numbers are given where an element begins, whether it shows or not: `read` counts in the same way.
        if name == "p":
            number = self._count
            self._count += 1
        elif name == "r" and self._open_paragraphs:
            self._open_paragraphs[-1].runs += 1
            number = self._open_paragraphs[-1].runs
        opened = _OpenTag(name, tag, number)
        if is_one_tag:
            end = tag.end()
            if name in NUMBERED:
                self._keep(opened, end, end)
            return
        if name == "r":
            opened.note_surroundings(self._open)
        self._open.append(opened)
        if name == "p":
            self._open_paragraphs.append(opened)
        elif name == "txbxContent":
            self._boxes.append(tag.start())

    def _keep(self, opened: _OpenTag, outer: int, end: int) -> None:
        """Note a paragraph or a run whose end tag stands at `outer`."""
        tag = opened.tag
        element = XmlElement(tag[2], *tag.span(), outer, end)
        story = self._boxes[-1] if self._boxes else BODY
        if opened.name == "p":
            self.paragraphs[opened.number] = RunParagraph(element, story)
            return
        if not self._open_paragraphs:
            return
        at, number = self._open_paragraphs[-1].number, opened.number
        self.runs[at, number] = RunSpan(
            element,
            story=story,
            paragraph=at,
            number=number,
            outermost=number if opened.outermost < 0 else opened.outermost,
            insertion=opened.insertion,
            is_buried=opened.is_buried,
        )


class _OpenTag:
    """A start tag whose end tag has not come yet."""

    __slots__ = ("insertion", "is_buried", "name", "number", "outermost", "runs", "tag")

    def __init__(self, name: str, tag: re.Match[str], number: int) -> None:
        self.name, self.tag, self.number = name, tag, number
        self.runs = self.outermost = -1
        self.insertion = ""
        self.is_buried = False

    def note_surroundings(self, around: list[_OpenTag]) -> None:
        """Note what lies around a run, up to its paragraph."""
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
    # Groups: 1 the slash of an end tag, 2 the name with its prefix, 3 the name, 4 the attributes.
    return re.compile(
        rf"{NO_TAG}|<(/?)((?:{written})({names}))(?=[\s/>])({ATTRIBUTES})>", re.DOTALL
    )
