"""The faces of the standard and the fonts that show them, as data; an installed font as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from duizhao.files import read_toml

FACES = Path(__file__).with_name("faces.toml")
REGULAR_WEIGHT = 400
FACE_BY_WORD = {"仿宋": "仿宋", "楷": "楷体", "黑": "黑体", "宋": "宋体"}
"""The nearest face by a word in the name that a unit gives to a face of its own; the first word that fits counts."""

STAND_IN_WEIGHTS = (540, 700)
"""Weights at which a face stands in for another of its style and can still be distinguished from it."""


@dataclass(frozen=True, slots=True)
class Font:
    """An installed upright font: family as typst calls it, weight from 100 to 900, the file it comes from."""

    family: str
    weight: int
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A font that can show a face: its common name, its possible family names, and the weight to use."""

    title: str
    names: tuple[str, ...]
    weight: int = REGULAR_WEIGHT


@dataclass(frozen=True, slots=True)
class StandIn:
    """Another face to use, at a given weight, where a face has no font of its own."""

    face: str
    weight: int


@dataclass(frozen=True, slots=True)
class Face:
    """A face: where it is used, its fonts (best first), and how to get one.

    `official` are the fonts that offices mean by the name, `alike` free fonts of the same style. `alone` is the weight
    to use where a single font shows all faces. `free` names a font that anybody may install, `debian` its package, and
    `place` the folder of that package if the system does not search it. `windows` and `chinese` describe what Windows
    and Chinese systems bring.
    """

    name: str
    use: str
    official: tuple[Candidate, ...]
    alone: int = REGULAR_WEIGHT
    alike: tuple[Candidate, ...] = ()
    instead: tuple[StandIn, ...] = ()
    free: str = ""
    debian: str = ""
    place: str = ""
    windows: str = ""
    chinese: str = ""


@cache
def _shipped() -> tuple[Face, ...]:
    table = read_toml(FACES)
    return tuple(_face(row) for row in table["face"])


def _face(row: Mapping[str, Any]) -> Face:
    lists = {
        "official": tuple(map(_candidate, row["official"])),
        "alike": tuple(map(_candidate, row["alike"])),
        "instead": tuple(StandIn(**each) for each in row["instead"]),
    }
    return Face(**{**row, **lists})


def _candidate(row: Mapping[str, Any]) -> Candidate:
    return Candidate(**{**row, "names": tuple(row["names"])})


def faces(own: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Face, ...]:
    """All faces. `own` holds the font names of a layout by face; they come first, and may add faces to those known."""
    wanted = dict(own or {})
    known = tuple(_with_own_names(face, wanted.pop(face.name, ())) for face in _shipped())
    body = next(face for face in known if face.name == "宋体")
    return known + tuple(
        Face(
            name,
            "版式自定",
            (Candidate(name, names),),
            instead=(*_same_style(name), *body.instead, StandIn("宋体", REGULAR_WEIGHT)),
            windows="系统不带时，请向本单位管字体的部门领取",
        )
        for name, names in wanted.items()
    )


def _same_style(name: str) -> tuple[StandIn, ...]:
    style = next((face for word, face in FACE_BY_WORD.items() if word in name), "")
    return tuple(StandIn(style, weight) for weight in STAND_IN_WEIGHTS) if style else ()


def _with_own_names(face: Face, names: tuple[str, ...]) -> Face:
    fresh = [name for name in names if not any(name in each.names for each in face.official)]
    own = tuple(Candidate(name, (name,)) for name in fresh)
    return replace(face, official=own + face.official)
