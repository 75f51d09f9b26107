"""Older formats → Source, by the programs that open them: Word or WPS on Windows, else LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from duizhao.errors import MissingTool, UnreadableDocument
from duizhao.operating_system import may_have_word
from duizhao.read import libreoffice, word_over_com
from duizhao.read.converted_folder import converted_already
from duizhao.read.docx import read_docx
from duizhao.read.limits import MAX_OFFICE_BYTES, OFFICE_SECONDS
from duizhao.text import Source

KINDS = libreoffice.FILTERS.keys()
"""The kinds of files that one of the programs reads."""


@dataclass(frozen=True, slots=True)
class Converter:
    """A program that makes Word files of others: its name, and one call of it for files of one kind."""

    name: str
    convert: Callable[[Sequence[bytes], str, float], tuple[list[bytes | None], bool]]


def converters(kind: str) -> list[Converter]:
    """The programs on this machine that open files of a kind, the best first."""
    found = []
    if kind in word_over_com.SUFFIXES and (program := word_over_com.word_program()):
        found.append(Converter(word_over_com.PROGRAMS[program], word_over_com.convert_call))
    if kind in libreoffice.FILTERS and libreoffice.soffice():
        found.append(Converter("LibreOffice", libreoffice.convert_call))
    return found


def read_office(file: BinaryIO, name: str, kind: str, seconds: float = OFFICE_SECONDS) -> Source:
    """Convert and read a file of a kind in `KINDS`. No origins, no typography: they would be those of a copy."""
    copy = io.BytesIO(convert(file, name, kind, seconds))
    return replace(read_docx(copy, name), origins=(), typography=None)


def convert(file: BinaryIO, name: str, kind: str, seconds: float = OFFICE_SECONDS) -> bytes:
    """The .docx that a program makes of a file of a kind in `KINDS`. Raises MissingTool, UnreadableDocument."""
    programs = converters(kind)
    if not programs:
        raise MissingTool(f"{name}：{_missing(kind)}")
    size = file.seek(0, 2)
    if size > MAX_OFFICE_BYTES:
        raise UnreadableDocument(name, f"文件有 {size / 1e6:.0f} MB，过大；请另存为 .docx 后再试")
    file.seek(0)
    data = file.read()
    converted = converted_already(data)
    if converted is None:
        converted = _convert_with(programs, data, name, kind, seconds)
    if not converted:
        names = "、".join(program.name for program in programs)
        raise UnreadableDocument(
            name, f"{names} 打不开，文件可能已加密或损坏；请用 Word、WPS 另存为 .docx"
        )
    return converted


def _convert_with(
    programs: Sequence[Converter], data: bytes, name: str, kind: str, seconds: float
) -> bytes | None:
    """What the first of the programs makes that can; None if all of them refuse. Raises UnreadableDocument."""
    stopped = ""
    for program in programs:
        (converted,), is_whole = program.convert([data], kind, seconds)
        if converted:
            return converted
        stopped = "" if is_whole else program.name
    if stopped:
        raise UnreadableDocument(
            name, f"{stopped} 中途出错，或超过 {seconds:g} 秒没有读完；请用 Word、WPS 另存为 .docx"
        )
    return None


def _missing(kind: str) -> str:
    if may_have_word() and kind in word_over_com.SUFFIXES:
        return "读取旧格式文件要用 Word、WPS 或 LibreOffice，这台电脑上没有找到；请在有 Word、WPS 的电脑上另存为 .docx"
    return "读取旧格式文件需要 LibreOffice；请安装它，或用 Word、WPS 另存为 .docx"
