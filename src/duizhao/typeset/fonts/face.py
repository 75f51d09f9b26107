"""The faces of the standard and the fonts that show them, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from duizhao.files import read_toml

FACES = Path(__file__).with_name("faces.toml")
REGULAR = 400
STYLES = {"仿宋": "仿宋", "楷": "楷体", "黑": "黑体", "宋": "宋体"}
"""What a word in a unit's name for a face says of its style: the face that is nearest to it, the first word first."""

APART = (540, 700)
"""Weights at which a face stands in for another of its style and is still told from it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A font that can show a face: what people call it, the family names it may carry, the weight to take of it."""

    title: str
    names: tuple[str, ...]
    weight: int = REGULAR


@dataclass(frozen=True, slots=True)
class StandIn:
    """Another face to take, at some weight, where a face has no font of its own."""

    face: str
    weight: int


@dataclass(frozen=True, slots=True)
class Face:
    """A face: where it is used, its fonts best first, and how to come by one.

    `official` are the fonts offices mean by it, `alike` free ones of the same style; `alone` is the weight it takes
    where all faces are cut from one font. `free` names a font anybody may install, `debian` its package and `place`
    where that puts it, if the system does not look there; `windows` and `chinese` say what these systems have.
    """

    name: str
    use: str
    official: tuple[Candidate, ...]
    alone: int = REGULAR
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
    """The faces; `own` are a layout's names for them, which go first, and may name a face that only the layout has."""
    wanted = dict(own or {})
    known = tuple(_asked_for(face, wanted.pop(face.name, ())) for face in _shipped())
    body = next(face for face in known if face.name == "宋体")
    return known + tuple(
        Face(
            name,
            "版式自定",
            (Candidate(name, names),),
            instead=(*_of_its_style(name), *body.instead, StandIn("宋体", REGULAR)),
            windows="系统不带时，请向本单位管字体的部门领取",
        )
        for name, names in wanted.items()
    )


def _of_its_style(name: str) -> tuple[StandIn, ...]:
    style = next((face for word, face in STYLES.items() if word in name), "")
    return tuple(StandIn(style, weight) for weight in APART) if style else ()


def _asked_for(face: Face, names: tuple[str, ...]) -> Face:
    fresh = [name for name in names if not any(name in each.names for each in face.official)]
    own = tuple(Candidate(name, (name,)) for name in fresh)
    return replace(face, official=own + face.official)
