"""Measures the slip detector on sentences of ours: `python -m bench.slips.measure [--write] [FILE…]`.

planted.txt holds sentences with one wrong character each, marked 〔误→正〕; correct.txt holds sentences without. Both
were written before the wrong forms were chosen, and not from the lexicon. FILEs are further correct texts.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.report import Row, show
from duizhao.rules.wording import slips
from duizhao.rules.wording.slips.slip import Slip, slips_in
from duizhao.text import Vocabulary

HERE = Path(__file__).parent
MARK = re.compile("〔(.)→(.)〕")
NAME = "slips"


@dataclass(frozen=True)
class Planted:
    """A sentence with a slip: the text as written, where the wrong character stands, and what it should be."""

    text: str
    at: int
    right: str
    corrected: str

    @classmethod
    def parse(cls, line: str) -> Planted:
        mark = MARK.search(line)
        assert mark, line
        wrong, right = mark.groups()
        before, after = line[: mark.start()], line[mark.end() :]
        return cls(before + wrong + after, mark.start(), right, before + right + after)

    def is_covered_by(self, terms: Iterable[str]) -> bool:
        """Does one of `terms` stand round the character in the corrected sentence?"""
        return any(
            self.corrected.startswith(term, start)
            for term in terms
            for start in range(max(0, self.at - len(term) + 1), self.at + 1)
        )


@dataclass(frozen=True)
class Result:
    """What was found. `missed` are slips inside the lexicon that were not."""

    planted: int
    covered: int
    found: int
    found_covered: int
    characters: int
    false: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + len(self.false))


class Detector:
    """The rule without the rest of the program."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary({NAME: slips.pairs()})

    def slips(self, text: str) -> list[Slip]:
        return slips_in(text, self._vocabulary.scan(text).get(NAME), slips.forms)


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def measure(detector: Detector, more: Iterable[str] = ()) -> Result:
    """Counts on the two files and on `more` correct texts."""
    terms = slips.lexicon()
    correct = [*lines("correct.txt"), *more]
    false = [f"{slip.wrong} ← {slip.right}" for text in correct for slip in detector.slips(text)]
    planted = [Planted.parse(line) for line in lines("planted.txt")]
    found, missed, covered = [], [], 0
    for each in planted:
        hits = detector.slips(each.text)
        right = [slip for slip in hits if (slip.at, slip.character) == (each.at, each.right)]
        false += [f"{slip.wrong} ← {slip.right}" for slip in hits if slip not in right]
        inside = each.is_covered_by(terms)
        covered += inside
        if right:
            found.append(inside)
        elif inside:
            missed.append(each.text)
    characters = sum(map(len, correct))
    return Result(
        len(planted), covered, len(found), sum(found), characters, tuple(false), tuple(missed)
    )


def rows(result: Result) -> list[Row]:
    """The figures of a result."""
    per = 100_000 * len(result.false) / result.characters
    inside = result.found_covered / result.covered
    return [
        Row("precision", result.precision, "", 0.98, at_least=True),
        Row("recall, all planted slips", result.found / result.planted, ""),
        Row(f"recall, the {result.covered} inside the lexicon", inside, ""),
        Row("correct characters read", result.characters, ""),
        Row("false hits per 100,000 of them", per, ""),
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("more", nargs="*", type=Path, help="further correct texts")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    started = perf_counter()
    detector = Detector()
    detector.slips("对照")
    ready = perf_counter() - started
    result = measure(detector, [path.read_text(encoding="utf-8") for path in chosen.more])
    start = Row(f"{len(slips.load())} wrong forms made ready", ready * 1000, "ms")
    show(f"slips: {result.planted} planted ones", [start, *rows(result)], write=chosen.write)
    print(*result.false, sep="\n")


if __name__ == "__main__":
    main()
