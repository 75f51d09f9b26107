"""Which font shows which face: the best found for each, and never two faces that look the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from duizhao.typeset.fonts.face import REGULAR, Candidate, Face
from duizhao.typeset.fonts.font import Font

NOTHING = re.compile(r"[\s_-]")
APART = 120
"""Weights that differ by less look the same beside each other."""

LADDER = (REGULAR, 540, 700, 900, 1100, 1300)
"""Weights tried for a face whose font another face shows already; beyond 900 where all there is is bold."""

BODY, PAGE_NUMBER = "仿宋", "宋体"


@dataclass(frozen=True, slots=True)
class Choice:
    """A face and the font that shows it.

    `weight` is the weight it is to look like, where the font is lighter its strokes are thickened.
    `title` is what people call the font; `rank` is official, alike (same style, free) or instead (another style).
    """

    face: Face
    font: Font
    weight: int
    title: str
    rank: str

    @property
    def thickened(self) -> int:
        """By how much the weight asked for goes beyond the font's own, from 0."""
        missing = self.weight - self.font.weight
        return missing if missing >= APART else 0

    @property
    def shown(self) -> str:
        """The font with its weight, as people say it: `思源宋体（加粗）`."""
        return f"{self.title}{_cut(self._seen)}"

    def looks_like(self, other: Choice) -> bool:
        """Whether nobody could tell the two apart."""
        return self.font.family == other.font.family and abs(self._seen - other._seen) < APART

    @property
    def _seen(self) -> int:
        return self.font.weight + self.thickened


def _cut(weight: int) -> str:
    return (
        ""
        if weight < 500
        else "（略粗）"
        if weight < 600
        else "（加粗）"
        if weight < 800
        else "（特粗）"
    )


def choose(faces: Sequence[Face], fonts: Iterable[Font]) -> Mapping[str, Choice]:
    """A font for each face, by its name; nothing where the machine has no Chinese font that we know."""
    families = _families(fonts)
    own = {face.name: choice for face in faces if (choice := _own(face, families))}
    if not own:
        return {}
    chosen: dict[str, Choice] = {}
    for face in sorted(faces, key=lambda face: (face.name != BODY, face.name not in own)):
        rivals = () if face.name == PAGE_NUMBER else tuple(_rivals(chosen))
        chosen[face.name] = _first_apart(_offers(face, own, families), rivals)
    return {face.name: chosen[face.name] for face in faces}


def _rivals(chosen: Mapping[str, Choice]) -> Iterator[Choice]:
    return (choice for name, choice in chosen.items() if name != PAGE_NUMBER)


def _first_apart(offers: Iterable[Choice], rivals: Sequence[Choice]) -> Choice:
    """The first offer that no rival looks like; the first of all where there is none."""
    offers = list(offers)
    apart = (o for o in offers if not any(o.looks_like(rival) for rival in rivals))
    return next(apart, offers[0])


def _offers(
    face: Face, own: Mapping[str, Choice], families: Mapping[str, list[Font]]
) -> Iterator[Choice]:
    """What could show a face, best first; at the end heavier cuts of whatever there is."""
    if face.name in own:
        yield own[face.name]
    stand_ins = [(own[each.face], each.weight) for each in face.instead if each.face in own]
    for choice, weight in stand_ins:
        yield _at(face, choice, weight, families)
    rest = chain([own[face.name]] if face.name in own else [], own.values())
    weights = (face.alone, *(each for each in LADDER if each > face.alone))
    yield from (_at(face, each, weight, families) for each in rest for weight in weights)


def _at(face: Face, other: Choice, weight: int, families: Mapping[str, list[Font]]) -> Choice:
    """The font of another face's choice, at a weight, for this face."""
    cuts = families[_plain(other.font.family)]
    light = [font for font in cuts if font.weight <= weight + APART / 2]
    font = max(light or cuts, key=lambda font: font.weight if light else -font.weight)
    rank = other.rank if other.face.name == face.name else "instead"
    return Choice(face, font, max(weight, font.weight), other.title, rank)


def _own(face: Face, families: Mapping[str, list[Font]]) -> Choice | None:
    for rank, candidates in (("official", face.official), ("alike", face.alike)):
        for candidate in candidates:
            if found := _found(candidate, families):
                font = _nearest(found, candidate.weight)
                light = candidate.weight - font.weight > APART
                weight = _wanted(candidate, font)
                return Choice(face, font, weight, candidate.title, "instead" if light else rank)
    return None


def _wanted(candidate: Candidate, font: Font) -> int:
    # A font of the face's own style is taken as it is: thickening is for stand-ins, and for a title much too light.
    return candidate.weight if candidate.weight - font.weight > 2 * APART else font.weight


def _found(candidate: Candidate, families: Mapping[str, list[Font]]) -> list[Font] | None:
    return next((families[name] for name in map(_plain, candidate.names) if name in families), None)


def _nearest(fonts: Sequence[Font], weight: int) -> Font:
    return min(fonts, key=lambda font: (abs(font.weight - weight), -font.weight))


def _families(fonts: Iterable[Font]) -> dict[str, list[Font]]:
    families: dict[str, list[Font]] = {}
    for font in fonts:
        families.setdefault(_plain(font.family), []).append(font)
    return families


def _plain(name: str) -> str:
    return NOTHING.sub("", name).casefold()
