"""The fonts on this machine, face by face, and how to get those that are missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duizhao.operating_system import name_for_offices

if TYPE_CHECKING:
    from duizhao.typeset.fonts import Face, FontChoice, FontRank

WINDOWS = "Windows"


@dataclass(frozen=True, slots=True)
class FontsFound:
    """The faces of a layout with the font that shows each; there is none without any Chinese font.

    `broken` are font files in the folder of one's own that could not be read.
    """

    faces: tuple[Face, ...]
    choices: Mapping[str, FontChoice]
    broken: tuple[Path, ...]

    def rank(self, face: Face) -> FontRank:
        """How well the chosen font shows a face."""
        from duizhao.typeset.fonts import FontRank

        choice = self.choices.get(face.name)
        return choice.rank if choice else FontRank.NONE

    @property
    def missing(self) -> list[Face]:
        """The faces without one of the fonts that offices mean by them."""
        from duizhao.typeset.fonts import FontRank

        return [face for face in self.faces if self.rank(face) is not FontRank.OFFICIAL]

    @property
    def in_words(self) -> list[tuple[str, str, str]]:
        """Each face with its use, the font that shows it, and the file of that."""
        rows = []
        for face in self.faces:
            choice = self.choices.get(face.name)
            found = f"{choice.rank.value}：{choice.label}" if choice else self.rank(face).value
            file = str(choice.font.file or "") if choice else ""
            rows.append((f"{face.name}（{face.use}）", found, file))
        return rows

    @property
    def ways(self) -> dict[str, str]:
        """How each system that offices have gets the missing faces."""
        windows: dict[str, list[str]] = {}
        for face in self.missing:
            windows.setdefault(face.windows, []).append(face.name)
        brought = [face.chinese for face in self.missing if face.chinese][:1]
        return {
            WINDOWS: "；".join(f"{'、'.join(names)}{how}" for how, names in windows.items() if how),
            "麒麟、统信": f"系统或其中的 WPS 一般带有（如 {'、'.join(brought)}）；没有时请向本单位管字体的部门领取",
        }

    @property
    def way_here(self) -> str:
        """How this system gets the missing faces."""
        return self.ways[name_for_offices()]

    @property
    def freely_replaced(self) -> list[Face]:
        """The faces that no font of their style shows, where anybody may install one."""
        from duizhao.typeset.fonts import FontRank

        poor = (face for face in self.missing if self.rank(face) is not FontRank.ALIKE)
        return [face for face in poor if face.free]


def find_fonts(folder: Path | None = None, layout: Path | None = None) -> FontsFound:
    """The font for each face of the standard and of a layout file, on this machine or in a folder.

    Raises MissingTool, BadConfiguration.
    """
    # Imported here: they bring the typesetter with them, which is an extra and 80 MB.
    from duizhao.layout import load_layout
    from duizhao.typeset.fonts import choose_fonts, faces
    from duizhao.typeset.fonts.installed import installed_fonts

    wanted = faces(load_layout(layout).fonts if layout else None)
    machine = installed_fonts(folder)
    return FontsFound(wanted, choose_fonts(wanted, machine.fonts), machine.broken)
