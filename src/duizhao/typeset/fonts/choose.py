"""Chooses a font for each face: the best that is installed, so that no two faces look the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from duizhao.typeset.fonts.face import REGULAR_WEIGHT, Candidate, Face, Font

NAME_SEPARATORS = re.compile(r"[\s_-]")
LEAST_DIFFERENCE = 120
"""Two weights that differ by less look the same next to each other."""

TRIED_WEIGHTS = (REGULAR_WEIGHT, 540, 700, 900, 1100, 1300)
"""Weights tried for a face whose font already shows another face; above 900 where every installed cut is bold."""

BODY_FACE, PAGE_NUMBER_FACE = "仿宋", "宋体"


class FontRank(Enum):
    """How well a font shows a face. The values are the words for users."""

    OFFICIAL = "有"
    ALIKE = "相近"  # another font of the same style, free to use
    STAND_IN = "代用"  # a font of another style
    NONE = "没有"


@dataclass(frozen=True, slots=True)
class FontChoice:
    """A face and the font that shows it.

    `weight` is the weight that the text should appear in; a lighter font gets thicker strokes. `title` is the common
    name of the font.
    """

    face: Face
    font: Font
    weight: int
    title: str
    rank: FontRank

    @property
    def added_weight(self) -> int:
        """The weight to add to the font's own by thicker strokes; 0 where the difference cannot be seen."""
        missing = self.weight - self.font.weight
        return missing if missing >= LEAST_DIFFERENCE else 0

    @property
    def label(self) -> str:
        """The font with its weight, for users: `思源宋体（加粗）`."""
        return f"{self.title}{_weight_note(self._seen_weight)}"

    def looks_like(self, other: FontChoice) -> bool:
        """True if a reader cannot distinguish the two."""
        return (
            self.font.family == other.font.family
            and abs(self._seen_weight - other._seen_weight) < LEAST_DIFFERENCE
        )

    @property
    def _seen_weight(self) -> int:
        return self.font.weight + self.added_weight


def _weight_note(weight: int) -> str:
    return (
        ""
        if weight < 500
        else "（略粗）"
        if weight < 600
        else "（加粗）"
        if weight < 800
        else "（特粗）"
    )


def choose_fonts(faces: Sequence[Face], fonts: Iterable[Font]) -> Mapping[str, FontChoice]:
    """A font for each face, by the name of the face; empty where no Chinese font that we know is installed."""
    families = _families(fonts)
    own = {face.name: choice for face in faces if (choice := _own_font(face, families))}
    if not own:
        return {}
    chosen: dict[str, FontChoice] = {}
    for face in sorted(faces, key=lambda face: (face.name != BODY_FACE, face.name not in own)):
        rivals = () if face.name == PAGE_NUMBER_FACE else tuple(_rivals(chosen))
        chosen[face.name] = _first_apart(_offers(face, own, families), rivals)
    return {face.name: chosen[face.name] for face in faces}


def _rivals(chosen: Mapping[str, FontChoice]) -> Iterator[FontChoice]:
    return (choice for name, choice in chosen.items() if name != PAGE_NUMBER_FACE)


def _first_apart(offers: Iterable[FontChoice], rivals: Sequence[FontChoice]) -> FontChoice:
    """The first offer that looks like no rival, or else the first offer."""
    offers = list(offers)
    apart = (o for o in offers if not any(o.looks_like(rival) for rival in rivals))
    return next(apart, offers[0])


def _offers(
    face: Face, own: Mapping[str, FontChoice], families: Mapping[str, list[Font]]
) -> Iterator[FontChoice]:
    """The choices for a face, best first; heavier cuts of any installed font come last."""
    if face.name in own:
        yield own[face.name]
    stand_ins = [(own[each.face], each.weight) for each in face.instead if each.face in own]
    for choice, weight in stand_ins:
        yield _at_weight(face, choice, weight, families)
    rest = chain([own[face.name]] if face.name in own else [], own.values())
    weights = (face.alone, *(each for each in TRIED_WEIGHTS if each > face.alone))
    yield from (_at_weight(face, each, weight, families) for each in rest for weight in weights)


def _at_weight(
    face: Face, other: FontChoice, weight: int, families: Mapping[str, list[Font]]
) -> FontChoice:
    """A choice for this face, at a weight, from the font family of another face's choice."""
    cuts = families[_bare_name(other.font.family)]
    light = [font for font in cuts if font.weight <= weight + LEAST_DIFFERENCE / 2]
    font = max(light or cuts, key=lambda font: font.weight if light else -font.weight)
    rank = other.rank if other.face.name == face.name else FontRank.STAND_IN
    return FontChoice(face, font, max(weight, font.weight), other.title, rank)


def _own_font(face: Face, families: Mapping[str, list[Font]]) -> FontChoice | None:
    for rank, candidates in ((FontRank.OFFICIAL, face.official), (FontRank.ALIKE, face.alike)):
        for candidate in candidates:
            if found := _installed(candidate, families):
                font = _nearest_weight(found, candidate.weight)
                light = candidate.weight - font.weight > LEAST_DIFFERENCE
                weight = _wanted_weight(candidate, font)
                return FontChoice(
                    face, font, weight, candidate.title, FontRank.STAND_IN if light else rank
                )
    return None


def _wanted_weight(candidate: Candidate, font: Font) -> int:
    # A font of the face's own style keeps its weight; only stand-ins and a title much too light are thickened.
    return (
        candidate.weight if candidate.weight - font.weight > 2 * LEAST_DIFFERENCE else font.weight
    )


def _installed(candidate: Candidate, families: Mapping[str, list[Font]]) -> list[Font] | None:
    return next(
        (families[name] for name in map(_bare_name, candidate.names) if name in families), None
    )


def _nearest_weight(fonts: Sequence[Font], weight: int) -> Font:
    return min(fonts, key=lambda font: (abs(font.weight - weight), -font.weight))


def _families(fonts: Iterable[Font]) -> dict[str, list[Font]]:
    families: dict[str, list[Font]] = {}
    for font in fonts:
        families.setdefault(_bare_name(font.family), []).append(font)
    return families


def _bare_name(name: str) -> str:
    return NAME_SEPARATORS.sub("", name).casefold()
