"""The fonts on this machine as typst lists them: exactly those that it can set."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duizhao.errors import BadConfiguration, MissingTool
from duizhao.operating_system import fonts_of_office_programs
from duizhao.os_reason import reason_of
from duizhao.typeset.fonts.face import Font

try:
    import typst
except ImportError as missing:
    raise MissingTool.without_extra("写 PDF、查字体要用 typst", "pdf") from missing

__all__ = ["InstalledFonts", "installed_fonts", "typst"]

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})


@dataclass(frozen=True, slots=True)
class InstalledFonts:
    """The fonts found. `font_book` is the handle that typst needs; `broken` are font files that it could not read."""

    font_book: typst.Fonts
    fonts: tuple[Font, ...]
    broken: tuple[Path, ...] = ()


def installed_fonts(folder: Path | None = None, system: bool = True) -> InstalledFonts:
    """The fonts of the system, of Word and WPS, and those in `folder`.

    Raises BadConfiguration where the folder cannot be read.
    """
    files = tuple(_files(folder)) if folder else ()
    paths = [str(folder)] if folder else []
    if system:
        paths += map(str, fonts_of_office_programs())
    font_book = typst.Fonts(
        include_system_fonts=system, include_embedded_fonts=True, font_paths=paths
    )
    listed = font_book.fonts()
    fonts = (
        Font(each.family, each.weight, Path(each.path) if each.path else None)
        for each in listed
        if each.style == "normal" and each.stretch == 1
    )
    read = {os.path.realpath(each.path) for each in listed if each.path}
    broken = tuple(file for file in files if os.path.realpath(file) not in read)
    # typst lists files in the order of the file system.
    order = sorted(set(fonts), key=lambda font: (font.family, font.weight, str(font.file)))
    return InstalledFonts(font_book, tuple(order), broken)


def _files(folder: Path) -> Iterator[Path]:
    """The font files below a folder."""

    def refuse(fault: OSError) -> None:
        raise BadConfiguration(f"{folder}：字体文件夹打不开，{reason_of(fault)}") from fault

    if not folder.is_dir():
        raise BadConfiguration(f"{folder}：没有这个字体文件夹，请检查路径")
    for above, _, names in os.walk(folder, onerror=refuse):
        yield from (
            Path(above, name) for name in sorted(names) if Path(name).suffix.lower() in SUFFIXES
        )
