"""Measures precision and recall of the points of our own statements, labelled in their text before anything was tuned.

Run `python -m bench.points.measure [--write]`. A statement is a text under statements/ with a TOML head. Around each
point stand ⟦ and ⟧, with P, C or M for problem, cause or measure behind the first. A point is right if its kind and
both its ends are, but for blanks and closing punctuation. Statements marked `held_out` were not looked at while tuning.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.marked import found_points, trimmed, unmarked
from bench.report import Row, show
from duizhao import document, statement
from duizhao.profiles import shipped
from duizhao.statement.outline.labelled_points import LetteredSpan
from duizhao.text import Source

FOLDER = Path(__file__).parent / "statements"


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A statement without its marks, and the points that they label."""

    name: str
    text: str
    profile: str
    held_out: bool
    points: frozenset[LetteredSpan]


def samples() -> list[LabelledText]:
    """All labelled statements, in order of name."""
    return [_sample(path) for path in sorted(FOLDER.glob("*.md"))]


def _sample(path: Path) -> LabelledText:
    _, head, marked = path.read_text(encoding="utf-8").split("+++\n", 2)
    table = tomllib.loads(head)
    text, points = unmarked(marked)
    return LabelledText(
        path.stem,
        text,
        table.get("profile", "generic"),
        table.get("held_out", False),
        frozenset(trimmed(text, each) for each in points),
    )


def found(sample: LabelledText) -> frozenset[LetteredSpan]:
    """The points that the program finds."""
    read = statement.interpret(document.parse(Source(sample.text)), shipped().named(sample.profile))
    return frozenset(trimmed(sample.text, each) for each in found_points(read))


def rows(known: Iterable[LabelledText]) -> Iterator[Row]:
    """Precision and recall of the statements that were tuned on, and of those held out."""
    for title, held_out in (("tuned on", False), ("held out", True)):
        chosen = [sample for sample in known if sample.held_out is held_out]
        right = made = labelled = 0
        for sample in chosen:
            points = found(sample)
            right += len(points & sample.points)
            made += len(points)
            labelled += len(sample.points)
        name = f"{title} ({len(chosen)})"
        yield Row(f"{name}: precision of {made} points", right / made if made else 1.0, "")
        yield Row(f"{name}: recall of {labelled} points", right / labelled, "")


def main() -> None:
    known = samples()
    title = f"points: {len(known)} statements of ours with labelled points"
    show(title, list(rows(known)), write="--write" in sys.argv[1:])


if __name__ == "__main__":
    main()
