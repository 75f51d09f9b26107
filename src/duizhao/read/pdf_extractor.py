"""The lines of a PDF on standard input, as JSON: a program of its own, which `read.pdf` starts.

PDFium is a large C++ library and its input is anybody's file. In a process with a limit of time and memory, a file
that breaks it, or never ends, is one file that could not be read. Only this file knows pypdfium2; it imports nothing of
ours, so that it starts in 0.1 s.

The first line of the output is the number of pages, or the name of a fault; then comes one line for each page:
`[height, images, [[text, left, right, base line, height of type], …]]`, in points from the lower left corner.
"""

from __future__ import annotations

import ctypes
import json
import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

MAX_MEMORY = 350_000_000
MAX_SECONDS = 5
"""Of the processor; the caller has a limit of its own for the clock."""
MAX_PAGES = 1_000
MAX_CHARACTERS = 400_000
"""More than a text may have, since page numbers and running heads are still among them."""
MAX_OBJECTS = 100_000
"""Of a page that are looked at for pictures and lost text."""
FIRST_CHINESE = 0x4E00
LATIN = re.compile(rb"Times|Arial|Helvetica|Courier|Calibri|Cambria|Symbol|Dingbats")

PASSWORD_FAULT = 4
SECURITY_FAULT = 5
CELL_GAP = 1.5
"""Widths of a character between two cells of a table, from which each becomes a line of its own."""
WORD_GAP = 0.8


class Glyph(NamedTuple):
    """A character with the edges of its box; `is_gap` marks a blank that PDFium adds where it sees room."""

    character: str
    left: float
    right: float
    base: float
    height: float
    is_gap: bool


def limit_resources() -> None:
    """No more memory and time than a good file needs; Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def pages(data: bytes) -> Iterator[Any]:
    """The number of pages or a fault, then each page."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        fault = pdfium.FPDF_GetLastError()
        yield "encrypted" if fault in (PASSWORD_FAULT, SECURITY_FAULT) else "broken"
        return
    count = pdfium.FPDF_GetPageCount(document)
    if count > MAX_PAGES:
        yield "long"
        return
    yield count
    room = MAX_CHARACTERS
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            yield "broken"
            return
        found = list(glyphs(pdfium, page, room))
        room -= len(found)
        if room <= 0:
            yield "long"
            return
        pictures, is_lost = objects(pdfium, page)
        if is_lost:
            yield "fonts"
            return
        yield [pdfium.FPDF_GetPageHeightF(page), pictures, list(lines(found))]
        pdfium.FPDF_ClosePage(page)


def objects(pdfium: Any, page: Any) -> tuple[int, bool]:
    """The number of pictures on a page, and whether text objects draw nothing for lack of a font.

    PDFium passes over a text object without width, and one character has none if the file does not hold its font and
    the machine has no other for it. A blank has none either, wherever its font is.
    """
    pictures, has_empty, has_flat = 0, False, False
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        each = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(each)
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        pdfium.FPDFPageObj_GetBounds(each, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        if bottom == top and lacks_font(pdfium, pdfium.FPDFTextObj_GetFont(each)):
            has_empty = has_empty or left == right
            has_flat = has_flat or left < right
    return pictures, has_empty and (has_flat or not has_chinese(pdfium, page))


def lacks_font(pdfium: Any, font: Any) -> bool:
    """Whether the file does not hold a font that is not one of those everybody has."""
    if pdfium.FPDFFont_GetIsEmbedded(font) != 0:
        return False
    return not LATIN.search(font_name(pdfium, font))


def has_chinese(pdfium: Any, page: Any) -> bool:
    text = pdfium.FPDFText_LoadPage(page)
    codes = (pdfium.FPDFText_GetUnicode(text, at) for at in range(pdfium.FPDFText_CountChars(text)))
    found = any(code >= FIRST_CHINESE for code in codes)
    pdfium.FPDFText_ClosePage(text)
    return found


def font_name(pdfium: Any, font: Any) -> bytes:
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    return name.value


def glyphs(pdfium: Any, page: Any, room: int) -> Iterator[Glyph]:
    """The characters of a page in the order in which it draws them, at most `room`."""
    text = pdfium.FPDFText_LoadPage(page)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for at in range(min(pdfium.FPDFText_CountChars(text), room)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        yield Glyph(
            chr(code) if 0 < code < 0x110000 else "\ufffd",
            box.left,
            box.right,
            y.value,
            box.top - box.bottom,
            pdfium.FPDFText_IsGenerated(text, at) == 1,
        )
    pdfium.FPDFText_ClosePage(text)


def lines(found: list[Glyph]) -> Iterator[list[Any]]:
    """The lines of a page; cells of a table are lines of their own."""
    kept: list[Glyph] = []
    for at, glyph in enumerate(found):
        if glyph.character in "\r\n":
            yield from line(kept)
            kept = []
        elif not glyph.is_gap:
            kept.append(glyph)
        elif kept and at + 1 < len(found):
            gap = (found[at + 1].left - kept[-1].right) / (kept[-1].height or 1)
            if gap > CELL_GAP:
                yield from line(kept)
                kept = []
            elif is_word_gap(kept[-1].character, found[at + 1].character, gap):
                kept.append(glyph)
    yield from line(kept)


def is_word_gap(before: str, behind: str, gap: float) -> bool:
    """Whether room between characters stands for a blank: Chinese has none, and programs set figures apart from it."""
    if before.isascii() and behind.isascii():
        return not before.isspace() and not behind.isspace()
    return gap > WORD_GAP


def line(kept: list[Glyph]) -> Iterator[list[Any]]:
    """The one line of some characters, if any of them can be seen."""
    seen = [glyph for glyph in kept if not glyph.character.isspace() and glyph.height > 0]
    if seen:
        text = "".join(glyph.character for glyph in kept)
        heights = sorted(glyph.height for glyph in seen)
        left, right = min(each.left for each in seen), max(each.right for each in seen)
        yield [text, left, right, seen[-1].base, heights[len(heights) // 2]]


def main() -> None:
    """Write what standard input holds to standard output."""
    limit_resources()
    for each in pages(sys.stdin.buffer.read()):
        sys.stdout.write(json.dumps(each) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
