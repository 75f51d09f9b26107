"""Measures precision and recall of the points of our own statements, labelled in their text before anything was tuned.

Run `python -m bench.points.measure [--write]`. A statement is a text under statements/ with a TOML head. Around each
point stand ⟦ and ⟧, with P, C or M for problem, cause or measure behind the first. A point is right if its kind and
both its ends are, but for blanks and closing punctuation. Statements marked `held_out` were not looked at while tuning.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.report import Row, show
from duizhao import document, statement
from duizhao.profiles import shipped
from duizhao.text import Source, Span

FOLDER = Path(__file__).parent / "statements"
MARK = re.compile("⟦([PCM])|⟧")
CLOSING = " \u3000\n；;。，"
LabelledPoint = tuple[str, int, int]
"""P, C or M, and the start and end of the point."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A statement without its marks, and the points that they label."""

    name: str
    text: str
    profile: str
    held_out: bool
    points: frozenset[LabelledPoint]


def samples() -> list[LabelledText]:
    """All labelled statements, in order of name."""
    return [_sample(path) for path in sorted(FOLDER.glob("*.md"))]


def _sample(path: Path) -> LabelledText:
    _, head, marked = path.read_text(encoding="utf-8").split("+++\n", 2)
    table = tomllib.loads(head)
    pieces: list[str] = []
    points: list[LabelledPoint] = []
    length, done, kind, start = 0, 0, "", 0
    for mark in MARK.finditer(marked):
        pieces.append(marked[done : mark.start()])
        length += len(pieces[-1])
        done = mark.end()
        if mark[1]:
            kind, start = mark[1], length
        else:
            points.append((kind, start, length))
    text = "".join([*pieces, marked[done:]])
    profile = table.get("profile", "generic")
    labels = frozenset(_trimmed(text, *point) for point in points)
    return LabelledText(path.stem, text, profile, table.get("held_out", False), labels)


def _trimmed(text: str, kind: str, start: int, end: int) -> LabelledPoint:
    words = text[start:end]
    stop = start + len(words.rstrip(CLOSING))
    return kind, start + len(words) - len(words.lstrip()), stop


def found(sample: LabelledText) -> frozenset[LabelledPoint]:
    """The points that the program finds."""
    read = statement.interpret(document.parse(Source(sample.text)), shipped().named(sample.profile))
    spans: list[tuple[str, Span]] = [("P", each.span) for each in read.problems]
    spans += [("C", each.span) for each in read.causes]
    spans += [("M", each.span) for each in read.measures]
    return frozenset(_trimmed(sample.text, kind, *span) for kind, span in spans)


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
