"""A header or footer → the page number in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from duizhao.office.typography import PageNumberFormat, ParagraphFormat, RunFormat
from duizhao.office.wordml import child, value, word
from duizhao.read.typography.cascade import Cascade
from duizhao.read.typography.properties import paragraph_properties, run_properties

NUMBER = "#"
PAGE = re.compile(r"(?<!\w)PAGE(?!\w)", re.IGNORECASE)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML_POSITION = re.compile(r"mso-position-horizontal:\s*(left|right|center|outside|inside)")
SIDES = {"outside": ("right", "left"), "inside": ("left", "right")}
PARAGRAPH, RUN, FIELD = (frozenset(word(name)) for name in ("p", "r", "fldSimple"))
FIELD_MARK, INSTRUCTION, TEXT, TAB = (
    frozenset(word(name)) for name in ("fldChar", "instrText", "t", "tab")
)
MAX_EDGE_PIECES = 200


def page_numbers(
    root: etree._Element, kind: str, in_header: bool, cascade: Cascade
) -> Iterator[PageNumberFormat]:
    """The first page number of a header or a footer of `kind` (default, even, first), if there is one."""
    for element in root.iter(*PARAGRAPH):
        found = _PageField()
        found.walk(element)
        if found.run is not None:
            yield _number(element, found, kind, in_header, cascade)
            return


class _PageField:
    """The walk over a paragraph: its text, with a mark for the number, and the run of the number."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.tabs = 0
        self.run: etree._Element | None = None
        self._instruction: list[str] | None = None
        self._is_result = False

    def walk(self, element: etree._Element) -> None:
        for inner in element:
            tag = inner.tag
            if tag in FIELD and PAGE.search(value(inner, "instr") or ""):
                self._put_number(next(inner.iter(*RUN), inner))
            elif tag in FIELD_MARK:
                self._mark(inner, element)
            elif tag in INSTRUCTION and self._instruction is not None:
                self._instruction.append(inner.text or "")
            elif tag in TEXT:
                self._put(inner.text or "")
            elif tag in TAB and element.tag in RUN:
                self.tabs += self.run is None
            elif tag not in PARAGRAPH:
                # A paragraph in a text box is looked at on its own.
                self.walk(inner)

    def _mark(self, mark: etree._Element, run: etree._Element) -> None:
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._instruction = []
        elif self._instruction is not None:
            if PAGE.search("".join(self._instruction)):
                self._put_number(run)
                self._is_result = kind == "separate"
            self._instruction = None
        elif kind == "end":
            self._is_result = False

    def _put_number(self, run: etree._Element) -> None:
        if self.run is None:
            self.run = run
            self.words.append(NUMBER)

    def _put(self, text: str) -> None:
        if self._instruction is None and not self._is_result and len(self.words) < MAX_EDGE_PIECES:
            self.words.append(text[:MAX_EDGE_PIECES])


def _number(
    element: etree._Element, found: _PageField, kind: str, in_header: bool, cascade: Cascade
) -> PageNumberFormat:
    direct = paragraph_properties(child(element, "pPr"))
    paragraph = cascade.paragraph(direct)
    run = cascade.run(direct, run_properties(child(found.run, "rPr")))
    alignment = _alignment(element, found.tabs, paragraph, kind)
    text = "".join(found.words)
    return PageNumberFormat(
        kind, text.strip(), alignment, _inset(paragraph, run, alignment, text), run, in_header
    )


def _alignment(element: etree._Element, tabs: int, paragraph: ParagraphFormat, kind: str) -> str:
    placed = _placed(element)
    if placed in SIDES:
        placed = SIDES[placed][kind == "even"]
    if placed:
        return placed
    if tabs:
        # The tab stops of Word's footer style: the first is in the middle, the second on the right.
        return "center" if tabs == 1 else "right"
    return paragraph.alignment if paragraph.alignment in {"center", "right"} else "left"


def _placed(element: etree._Element) -> str:
    """The side of the page on which a frame or a text box puts the paragraph; "" without a frame or box."""
    frame = child(child(element, "pPr"), "framePr")
    if frame is not None:
        return value(frame, "xAlign") or ""
    for around in element.iterancestors():
        if around.tag == DRAWING + "anchor":
            side = around.find(f"{DRAWING}positionH/{DRAWING}align")
            return "" if side is None else (side.text or "").strip()
        style = VML_POSITION.search(around.get("style") or "")
        if style:
            return style[1]
    return ""


def _inset(paragraph: ParagraphFormat, run: RunFormat, alignment: str, text: str) -> int:
    character = 10 * run.size
    if alignment == "right":
        blanks = len(text) - len(text.rstrip("\u3000"))
        chars, twips = paragraph.right_chars, paragraph.right
    else:
        blanks = len(text) - len(text.lstrip("\u3000"))
        chars, twips = paragraph.left_chars, paragraph.left
        chars, twips = chars + paragraph.first_line_chars, twips + paragraph.first_line
    return (round(chars * character / 100) if chars else twips) + blanks * character
