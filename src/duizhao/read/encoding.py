"""Bytes → characters: UTF-8, UTF-16, UTF-32, GB18030 and Big5, recognised without a hint."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cache

from duizhao.errors import UnreadableDocument
from duizhao.text import value

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UNMARKED = ("gb18030", "cp950", "utf-16-le", "utf-16-be")

# Right readings of 20 characters score 0.79 or more: docs/decisions/reading-encoding.md.
PLAUSIBLE = 0.7
SAMPLE = 2_000

NAMES = {"gb18030": "GB18030", "cp950": "Big5"}
ADVICE = "请用记事本打开后另存为 UTF-8"


@value
class Decoded:
    """A text, the Python codec that encodes it into the same bytes, and whether a byte order mark preceded it."""

    text: str
    encoding: str
    bom: bool = False


@value
class Attempt:
    """The text that one codec makes of all bytes, or of those before byte `fault`."""

    encoding: str
    text: str
    fault: int | None

    @property
    def plausibility(self) -> float:
        """Share of everyday Chinese characters among those outside ASCII, 0–1."""
        sample = [character for character in self.text[:SAMPLE] if character > "\x7f"]
        if "\0" in self.text or not self.text:
            return 0.0
        return sum(c in everyday() for c in sample) / len(sample) if sample else 1.0


def decode(data: bytes, name: str) -> Decoded:
    """The characters of `data`. Raises UnreadableDocument, with the place of the byte, if no encoding fits."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding, name)
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        return _guess(data, name, Attempt("utf-8", data[: fault.start].decode(), fault.start))
    if "\0" in text:
        return _guess(data, name, Attempt("utf-8", text, data.index(0)))
    return Decoded(text, "utf-8")


def _marked(data: bytes, mark: bytes, encoding: str, name: str) -> Decoded:
    attempt = _attempt(data[len(mark) :], encoding)
    if attempt.fault is not None:
        raise _broken(name, encoding, attempt.fault + len(mark))
    if "\0" in attempt.text:
        before = attempt.text[: attempt.text.index("\0")].encode(encoding)
        raise _nul(name, len(mark) + len(before))
    return Decoded(attempt.text, encoding, bom=True)


def _guess(data: bytes, name: str, utf8: Attempt) -> Decoded:
    attempts = [_attempt(data, encoding) for encoding in UNMARKED]
    whole = [attempt for attempt in attempts if attempt.fault is None]
    best = max(whole, key=lambda attempt: attempt.plausibility, default=utf8)
    if best is not utf8 and best.plausibility >= PLAUSIBLE:
        return Decoded(best.text, best.encoding)
    raise _unknown(data, name, [utf8, *attempts])


def _attempt(data: bytes, encoding: str) -> Attempt:
    try:
        return Attempt(encoding, data.decode(encoding), None)
    except UnicodeDecodeError as fault:
        return Attempt(encoding, data[: fault.start].decode(encoding), fault.start)


def _unknown(data: bytes, name: str, attempts: list[Attempt]) -> UnreadableDocument:
    """The fault of the attempt that came furthest and still looked like Chinese."""
    broken = [a for a in attempts if a.fault is not None and a.plausibility >= PLAUSIBLE]
    if broken:
        furthest = max(broken, key=lambda attempt: attempt.fault or 0)
        return _broken(name, furthest.encoding, furthest.fault or 0)
    if 0 in data:
        return _nul(name, data.index(0))
    return UnreadableDocument(
        name, f"不是文本文件，或文字编码不是 UTF-8、GB18030、Big5、UTF-16；{ADVICE}"
    )


def _broken(name: str, encoding: str, fault: int) -> UnreadableDocument:
    label = NAMES.get(encoding, encoding.upper())
    return UnreadableDocument(
        name, f"按 {label} 读到第 {fault + 1} 个字节出错，文件可能已损坏；{ADVICE}"
    )


def _nul(name: str, place: int) -> UnreadableDocument:
    return UnreadableDocument(
        name, f"第 {place + 1} 个字节是空字符（NUL），不是文本文件或已损坏；请重新取得该文件"
    )


@cache
def everyday() -> frozenset[str]:
    """The first levels of GB 2312 and Big5, 7,300 characters: both standards order them by frequency of use."""
    return frozenset(
        character
        for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("cp950", 0xA4, 0xC6))
        for row in (*range(0xA1, 0xA4), *range(first, last + 1))
        for character in _row(encoding, row)
    )


def _row(encoding: str, row: int) -> Iterator[str]:
    for cell in range(0x40, 0xFF):
        yield from bytes((row, cell)).decode(encoding, "ignore")
