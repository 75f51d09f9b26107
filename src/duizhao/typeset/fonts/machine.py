"""The fonts on this machine, as the typesetter itself sees them: what it lists is what it can set."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duizhao.errors import BadConfiguration, MissingTool
from duizhao.typeset.fonts.font import Font

try:
    import typst
except ImportError as missing:
    raise MissingTool("写 PDF、查字体要用 typst，尚未安装：pip install 'duizhao[pdf]'") from missing

__all__ = ["Machine", "fonts_here", "typst"]

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})


@dataclass(frozen=True, slots=True)
class Machine:
    """What was found. `shelf` is the typesetter's own handle; `broken` are font files it could not read."""

    shelf: typst.Fonts
    fonts: tuple[Font, ...]
    broken: tuple[Path, ...] = ()


def fonts_here(folder: Path | None = None, system: bool = True) -> Machine:
    """The fonts of the machine and those in `folder`. Raises BadConfiguration where the folder cannot be read."""
    files = tuple(_files(folder)) if folder else ()
    paths = [str(folder)] if folder else []
    shelf = typst.Fonts(include_system_fonts=system, include_embedded_fonts=True, font_paths=paths)
    listed = shelf.fonts()
    fonts = (
        Font(each.family, each.weight, Path(each.path) if each.path else None)
        for each in listed
        if each.style == "normal" and each.stretch == 1
    )
    read = {os.path.realpath(each.path) for each in listed if each.path}
    broken = tuple(file for file in files if os.path.realpath(file) not in read)
    # The typesetter lists files in the order in which the disk hands them out.
    order = sorted(set(fonts), key=lambda font: (font.family, font.weight, str(font.file)))
    return Machine(shelf, tuple(order), broken)


def _files(folder: Path) -> Iterator[Path]:
    """The font files below a folder."""

    def refuse(fault: OSError) -> None:
        raise BadConfiguration(
            f"{folder}：字体文件夹打不开（{fault.strerror}），请检查路径和权限"
        ) from fault

    if not folder.is_dir():
        raise BadConfiguration(f"{folder}：没有这个字体文件夹，请检查路径")
    for above, _, names in os.walk(folder, onerror=refuse):
        yield from (
            Path(above, name) for name in sorted(names) if Path(name).suffix.lower() in SUFFIXES
        )
