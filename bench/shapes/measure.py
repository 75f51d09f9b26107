"""Measures headings, titles and kinds of sections on shapes of statements of our own, labelled by reading.

Run `python -m bench.shapes.measure [--write | --show]`. A shape is a text with its labels in tuned.md, or in
one of held_out*.md, which were written and labelled before the program was changed and are never looked
at while tuning. A label is `title …` (⏎ between lines), `points …` (how many problems, causes and measures, where
this was labelled), or a heading: level, marker or -, title, and behind = the kinds of the part that it opens. `--show`
prints what differs in the shapes tuned on.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import eq
from pathlib import Path

from bench.report import Row, show
from duizhao import document, statement
from duizhao.document import Heading
from duizhao.profiles import shipped
from duizhao.text import Source

FOLDER = Path(__file__).parent
SHAPE = re.compile(
    r"^## ([^\n]+)\n~~~text\n(.*?)^~~~\n~~~labels\n(.*?)^~~~$", re.DOTALL | re.MULTILINE
)
PROFILE = "branch-2023"
NAMES = {
    "tuned": "tuned on",
    "held_out": "held out",
    "held_out_later": "held out later",
    "held_out_last": "held out last",
}

Headed = tuple[int, str]
"""Level, and marker and title without blanks: a marker may have some inside (一 、), which no label shows."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The title, the headings, and the kinds of the parts that they open: as labelled, or as read.

    `points` counts problems, causes and measures; empty where they were not labelled, or for a text that is not taken
    for a statement.
    """

    title: str
    headings: tuple[Headed, ...]
    kinds: dict[Headed, str]
    points: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many headings, titles and kinds are right, and how many there are."""

    right: int = 0
    read: int = 0
    labelled: int = 0
    titles: int = 0
    kinds: int = 0
    kinds_labelled: int = 0
    shapes: int = 0
    counts: int = 0
    counts_labelled: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of the headings."""
        return 2 * self.right / (self.read + self.labelled)


def shapes(name: str) -> Iterator[tuple[str, str, Shape]]:
    """The name, text and labels of each shape in a file."""
    page = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    for title, text, labels in SHAPE.findall(page):
        yield title, text, _labelled(labels.splitlines())


def _labelled(lines: Iterable[str]) -> Shape:
    title, headings, kinds = "", list[Headed](), dict[Headed, str]()
    points: tuple[int, ...] = ()
    for line in lines:
        first, _, rest = line.partition(" ")
        if first == "title":
            title = rest
            continue
        if first == "points":
            points = tuple(map(int, rest.split()))
            continue
        words, _, kind = rest.partition(" = ")
        heading = (int(first), _without_blanks(words.removeprefix("- ")))
        headings.append(heading)
        if kind:
            kinds[heading] = kind
    return Shape(title, tuple(headings), kinds, points)


def _without_blanks(words: str) -> str:
    return "".join(words.split())


def read(text: str) -> Shape:
    """The shape of a text as the program reads it."""
    parsed = document.parse(Source(text))
    outline = statement.interpret(parsed, shipped().named(PROFILE))

    def headed(heading: Heading) -> Headed:
        marker = parsed.of(heading.marker.span) if heading.marker else ""
        return heading.level, _without_blanks(marker + parsed.of(heading.title))

    return Shape(
        "⏎".join(parsed.of(line) for line in parsed.title),
        tuple(map(headed, parsed.headings)),
        {
            headed(chapter.section.heading): "+".join(kind.key for kind in chapter.kinds)
            for chapter in outline.chapters
            if chapter.section
        },
        tuple(map(len, (outline.problems, outline.causes, outline.measures)))
        if outline.recognised
        else (),
    )


def tally(name: str) -> Tally:
    """What is right in the shapes of a file."""
    total = Tally()
    for _, text, labels in shapes(name):
        found = read(text)
        total = Tally(
            total.right + (Counter(found.headings) & Counter(labels.headings)).total(),
            total.read + len(found.headings),
            total.labelled + len(labels.headings),
            total.titles + (found.title == labels.title),
            total.kinds + sum(found.kinds.get(at) == kind for at, kind in labels.kinds.items()),
            total.kinds_labelled + len(labels.kinds),
            total.shapes + 1,
            total.counts + sum(map(eq, found.points, labels.points)),
            total.counts_labelled + len(labels.points),
        )
    return total


def differences(name: str) -> Iterator[str]:
    """What was read otherwise than labelled."""
    for title, text, labels in shapes(name):
        found = read(text)
        if found.title != labels.title:
            yield f"{title}: title {found.title!r}"
        yield from (f"{title}: + {each}" for each in found.headings if each not in labels.headings)
        yield from (f"{title}: - {each}" for each in labels.headings if each not in found.headings)
        if labels.points and found.points != labels.points:
            yield f"{title}: {found.points} points"
        for at, kind in labels.kinds.items():
            if at in found.headings and found.kinds.get(at) != kind:
                yield f"{title}: {at} is {found.kinds.get(at)}"


def rows() -> Iterator[Row]:
    """The figures of the shapes that were tuned on, and of those held out."""
    for name, words in NAMES.items():
        found = tally(name)
        of = f"{words} ({found.shapes})"
        yield Row(f"{of}: F1 of {found.labelled} headings", found.f1, "", 0.97, at_least=True)
        yield Row(f"{of}: right titles", found.titles / found.shapes, "", 0.95, at_least=True)
        right = found.kinds / found.kinds_labelled
        yield Row(f"{of}: right kinds of {found.kinds_labelled}", right, "", 0.95, at_least=True)
        if found.counts_labelled:
            right = found.counts / found.counts_labelled
            yield Row(f"{of}: right numbers of points of {found.counts_labelled}", right, "")


def main() -> None:
    if "--show" in sys.argv[1:]:
        print("\n".join(differences("tuned")))
    show("shapes: statements of ours, labelled", list(rows()), write="--write" in sys.argv[1:])


if __name__ == "__main__":
    main()
