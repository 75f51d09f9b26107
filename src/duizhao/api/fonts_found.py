"""The fonts on this machine, face by face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duizhao.typeset.fonts import Face, FontChoice, FontRank


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
