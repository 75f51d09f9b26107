"""The faces of the standard on a machine with few fonts: what is missing and how to get it."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.api.fonts_found import FontsFound
from duizhao.typeset.fonts import Face, Font, FontChoice, FontRank, faces


def found(**ranks: FontRank) -> FontsFound:
    """The faces of the standard; each that is named is shown by a font, as well as its rank has it."""
    wanted = faces(None)
    choices = {
        face.name: FontChoice(
            face, Font("某体", 400, Path("某体.ttf")), 400, "某体", ranks[face.name]
        )
        for face in wanted
        if face.name in ranks
    }
    return FontsFound(wanted, choices, ())


def names(listed: list[Face]) -> list[str]:
    return [face.name for face in listed]


def test_face_is_missing_unless_its_own_font_is_there() -> None:
    shown = found(仿宋=FontRank.OFFICIAL, 楷体=FontRank.ALIKE, 黑体=FontRank.STAND_IN)
    assert "仿宋" not in names(shown.missing)
    assert {"楷体", "黑体"} <= set(names(shown.missing))


def test_free_fonts_are_named_for_faces_that_nothing_of_their_style_shows() -> None:
    nothing = names(found().freely_replaced)
    assert nothing
    assert all(face.free for face in found().freely_replaced)
    name = nothing[0]
    assert name not in names(found(**{name: FontRank.ALIKE}).freely_replaced)
    assert name in names(found(**{name: FontRank.STAND_IN}).freely_replaced)


@pytest.mark.parametrize("rank", FontRank)
def test_line_of_a_face_names_its_font_and_the_file(rank: FontRank) -> None:
    title, font, file = next(
        row for row in found(仿宋=rank).in_words if row[0].startswith("仿宋（")
    )
    assert title.endswith("）")
    assert (font.startswith(f"{rank.value}：某体"), file) == (True, "某体.ttf")


def test_way_for_windows_names_missing_faces_alone() -> None:
    everything = found(**{face.name: FontRank.OFFICIAL for face in faces(None)})
    assert everything.ways["Windows"] == ""
    assert "仿宋" in found().ways["Windows"]
