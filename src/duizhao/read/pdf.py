"""PDF → Source: the text that a program wrote into it, paragraph by paragraph. A scan has none."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from duizhao.errors import MissingTool, UnreadableDocument
from duizhao.operating_system import without_window
from duizhao.read import pdf_layout
from duizhao.read.limits import MAX_CHARACTERS, MAX_OFFICE_BYTES, PDF_SECONDS, refuse_long
from duizhao.read.pdf_layout import PdfLine, PdfMargins, PdfPage
from duizhao.read.walk import reads_pdf
from duizhao.text import Aside, AsideKind, Origin, Source, Span

PROGRAM = Path(__file__).with_name("pdf_extractor.py")
NOWHERE = Span(0, 0)
WORD_INSTEAD = "请用原来的 Word 文件"
FAULTS = {
    "encrypted": "文件已加密，请先解除密码",
    "broken": "PDF 已损坏或不完整；请重新取得，或用原来的 Word 文件",
    "fonts": f"PDF 没有带上它的字体，这台电脑上也没有，有的字读不出来；{WORD_INSTEAD}",
    "stopped": f"PDF 没有读完：页面太复杂，或文件已损坏；{WORD_INSTEAD}",
    "long": f"PDF 太长，超过 1,000 页或上限 {MAX_CHARACTERS:,} 字；请拆分后再检查",
}
UNREADABLE_SHARE = 0.1
"""Of characters without a known meaning: their font has no table of its characters."""
PDFIUM_HYPHEN = "\x02"
"""At the end of a line. Office programs part no words, so that it is a hyphen that was written."""
RADICALS = re.compile("[\u2e80-\u2fdf]")


def read_pdf(
    file: BinaryIO, name: str, path: Path | None = None, seconds: float = PDF_SECONDS
) -> Source:
    """The text in a PDF, without page numbers and running heads, which become asides.

    Each origin of its pieces names the page as part and the line on it as paragraph. Raises UnreadableDocument, also
    for a scan, and MissingTool without the extra `pdf`.
    """
    if not reads_pdf():
        raise MissingTool(f"{name}：读 PDF 需要 pypdfium2，这里没有装；{WORD_INSTEAD}")
    size = file.seek(0, 2)
    if size > MAX_OFFICE_BYTES:
        raise UnreadableDocument(name, f"文件有 {size / 1e6:.0f} MB，过大；{WORD_INSTEAD}")
    file.seek(0)
    pages = _pages(file.read(), name, seconds)
    _refuse_without_text(pages, name)
    body, margins = pdf_layout.without_margins(pages)
    text, origins = _assembled(pdf_layout.paragraphs(body))
    refuse_long(text, name)
    found = (*_running(margins), *_pictures(pages))
    return Source(text, name, path, "pdf", origins=origins, asides=found)


def _pages(data: bytes, name: str, seconds: float) -> tuple[PdfPage, ...]:
    """What the program of its own finds in the file. Raises UnreadableDocument."""
    try:
        code, printed = _run(data, seconds)
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(name, f"PDF 超过 {seconds:g} 秒没有读完；{WORD_INSTEAD}") from None
    values = [] if code else [json.loads(line) for line in printed.splitlines()]
    fault = next((each for each in values if isinstance(each, str)), None if values else "stopped")
    if fault is not None:
        raise UnreadableDocument(name, FAULTS[fault])
    return tuple(_page(value, number) for number, value in enumerate(values[1:], 1))


def _run(data: bytes, seconds: float) -> tuple[int, bytes]:
    """The exit code of the program, and what it printed. Raises TimeoutExpired when it has been ended."""
    # Not pipes: on Windows whatever starts along with a program may keep the end of its pipe, and the other waits on.
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as printed:
        given.write(data)
        given.seek(0)
        with subprocess.Popen(
            [sys.executable, "-P", str(PROGRAM)],
            stdin=given,
            stdout=printed,
            stderr=subprocess.DEVNULL,
            **without_window(),
        ) as process:
            try:
                code = process.wait(seconds)
            except BaseException:
                process.kill()
                raise
        printed.seek(0)
        return code, printed.read()


def _page(value: Any, page: int) -> PdfPage:
    height, images, found = value
    lines = (
        PdfLine(_plain(text), left, right, base, high, page, number)
        for number, (text, left, right, base, high) in enumerate(found, 1)
    )
    return PdfPage(height, images, tuple(lines))


def _plain(text: str) -> str:
    """`text` without what is PDF's own: radicals for characters (⼀ for 一), a mark for a hyphen at a line's end."""
    whole = RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return whole.replace(PDFIUM_HYPHEN, "-")


def _refuse_without_text(pages: Sequence[PdfPage], name: str) -> None:
    """Raises UnreadableDocument for a scan, an empty file, and text that is only shapes."""
    text = "".join(line.text for page in pages for line in page.lines)
    if not text.strip():
        if any(page.images for page in pages):
            raise UnreadableDocument(name, f"这是扫描件，没有文字；{WORD_INSTEAD}")
        raise UnreadableDocument(name, f"PDF 里没有文字；{WORD_INSTEAD}")
    unknown = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" for each in text)
    if unknown > UNREADABLE_SHARE * len(text):
        raise UnreadableDocument(name, f"PDF 里的字取出来是乱码；{WORD_INSTEAD}")


def _assembled(paragraphs: Iterable[list[PdfLine]]) -> tuple[str, tuple[Origin, ...]]:
    """The text, a line for each paragraph, and for each piece of it the printed line that holds it."""
    pieces: list[str] = []
    origins: list[Origin] = []
    place = 0
    for paragraph in paragraphs:
        opening = [("\n", paragraph[0], True)] if pieces else []
        inside = [(text, line, False) for text, line in pdf_layout.joined(paragraph)]
        for text, line, is_generated in (*opening, *inside):
            span = Span(place, place + len(text))
            part = f"第 {line.page} 页"
            origins.append(Origin(span, part, line.number, 0, 0, is_generated))
            pieces.append(text)
            place = span.end
    return "".join(pieces), tuple(origins)


def _running(margins: PdfMargins) -> Iterator[Aside]:
    """Page numbers and running heads, each wording once whatever its figures."""
    for kind, lines in (
        (AsideKind.HEADER, margins.headers),
        (AsideKind.FOOTER, margins.footers),
    ):
        wordings = {
            pdf_layout.without_figures(line.text): line.text.strip() for line in reversed(lines)
        }
        for wording in reversed(wordings.values()):
            yield Aside(kind, wording, NOWHERE)


def _pictures(pages: Iterable[PdfPage]) -> Iterator[Aside]:
    for page in pages:
        yield from (Aside(AsideKind.PICTURE, "", NOWHERE) for _ in range(page.images))
