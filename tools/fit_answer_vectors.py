"""Fits the vectors by which answers are near to problems: python -m tools.fit_answer_vectors [--folds]

Over the lists in tests/statement/linked_causes and linked_measures: of the answers of a list each problem is to be
nearest to its own, and of the problems each answer, by the product of their vectors (a log-bilinear model, fitted by
Adagrad). No statement of a bench is among the lists, so that tools/fit_links.py learns from texts that they never saw
how far vectors may be trusted. With `--folds` nothing is written; it prints how often the nearest answer of a problem
is its own, for each fifth of the lists by the vectors of the others.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from duizhao.statement.links.answer_vectors import DIMENSIONS, MIDDLE, OF_CAUSES, OF_MEASURES
from duizhao.statement.links.weighed_links import pieces_of

TESTS = Path(__file__).parents[1] / "tests/statement"
FOLDERS = {OF_CAUSES: TESTS / "linked_causes", OF_MEASURES: TESTS / "linked_measures"}
"""The lists by the file of vectors that is fitted to them."""
PROBLEM = re.compile(r"P(\d+) (.+)")
ANSWER = re.compile(r"[CM](\d+) (.+) \| ?([\d ]*)")
FEWEST = 8
"""Pieces that fewer points have are left out."""
ROUNDS, RATE, LAST_RATE, SHRINKING, FIRST_SIZE = 20, 0.08, 0.024, 0.06, 0.3
FOLDS = 5
Array = NDArray[np.float64]


class LinkedList(NamedTuple):
    """The problems and answers of a list, and 1 for each pair that is linked."""

    problems: Sequence[str]
    answers: Sequence[str]
    linked: Array


class Numbered(NamedTuple):
    """A list whose points are numbers of pieces."""

    problems: Sequence[NDArray[np.int64]]
    answers: Sequence[NDArray[np.int64]]
    linked: Array


def known_lists(folder: Path) -> list[LinkedList]:
    """All lists, in order of file."""
    return [
        _list(piece.splitlines()[1:])
        for path in sorted(folder.glob("*.txt"))
        for piece in path.read_text(encoding="utf-8").split("=== ")[1:]
    ]


def _list(lines: Iterable[str]) -> LinkedList:
    problems: dict[str, str] = {}
    answers: list[tuple[str, list[str]]] = []
    for line in filter(None, map(str.strip, lines)):
        if found := PROBLEM.fullmatch(line):
            problems[found[1]] = found[2]
        elif found := ANSWER.fullmatch(line):
            answers.append((found[2], found[3].split()))
        else:
            raise ValueError(line)
    linked = [[float(number in of) for _, of in answers] for number in problems]
    return LinkedList(list(problems.values()), [text for text, _ in answers], np.array(linked))


def numbers_of_pieces(lists: Iterable[LinkedList]) -> dict[str, int]:
    """A number for each piece that enough points have, in order."""
    counts = Counter(
        piece
        for each in lists
        for text in (*each.problems, *each.answers)
        for piece in pieces_of(text)
    )
    return {piece: at for at, piece in enumerate(sorted(p for p in counts if counts[p] >= FEWEST))}


def numbered(lists: Iterable[LinkedList], numbers: dict[str, int]) -> list[Numbered]:
    """The lists with the numbers of known pieces."""

    def of(text: str) -> NDArray[np.int64]:
        return np.array(sorted(numbers[each] for each in pieces_of(text) & numbers.keys()), int)

    return [
        Numbered([*map(of, each.problems)], [*map(of, each.answers)], each.linked) for each in lists
    ]


def fitted(lists: Sequence[Numbered], count: int) -> list[Array]:
    """The vectors of pieces on the side of problems and on that of answers."""
    random = np.random.default_rng(0)
    first = random.normal(0, FIRST_SIZE, (count, DIMENSIONS))
    sides = [first, first.copy()]
    squares = [np.full((count, 1), 0.01) for _ in sides]
    for rate in np.linspace(RATE, LAST_RATE, ROUNDS):
        for at in random.permutation(len(lists)):
            each = lists[at]
            problems, answers = (
                of_points(sides[0], each.problems),
                of_points(sides[1], each.answers),
            )
            missed = _missed(problems @ answers.T, each.linked)
            for side, points, slopes in (
                (0, each.problems, missed @ answers),
                (1, each.answers, missed.T @ problems),
            ):
                for pieces, slope in zip(points, slopes, strict=True):
                    step = slope / np.sqrt(len(pieces) + 1) + SHRINKING * sides[side][pieces]
                    squares[side][pieces] += (step * step).mean(1, keepdims=True)
                    sides[side][pieces] -= rate * step / np.sqrt(squares[side][pieces])
    return sides


def of_points(vectors: Array, points: Sequence[NDArray[np.int64]]) -> Array:
    """The vector of each point."""
    return np.array([vectors[each].sum(0) / np.sqrt(len(each) + 1) for each in points])


def _missed(near: Array, linked: Array) -> Array:
    """How far the chances of pairs are above what is linked, among the answers of a problem and the other way round."""
    missed = np.zeros_like(near)
    for axis in (0, 1):
        chances = np.exp(near - near.max(axis, keepdims=True))
        chances /= chances.sum(axis, keepdims=True)
        whole = linked.sum(axis, keepdims=True)
        missed += (chances - linked / np.maximum(whole, 1)) * (whole > 0)
    return missed


def in_digits(vectors: Array) -> tuple[float, list[str]]:
    """The size of one step, and a digit for each part of each vector."""
    step = float(np.percentile(np.abs(vectors), 99.5)) / (MIDDLE - 1)
    steps = np.clip(np.round(vectors / step), 1 - MIDDLE, MIDDLE - 1).astype(int) + MIDDLE
    return step, ["".join(f"{each:x}" for each in row) for row in steps]


def in_base_64(digits: str) -> str:
    """Hexadecimal digits, shorter."""
    return b64encode(bytes.fromhex(digits)).decode()


def _right(lists: Iterable[Numbered], sides: Sequence[Array]) -> Iterator[bool]:
    for each in lists:
        near = of_points(sides[0], each.problems) @ of_points(sides[1], each.answers).T
        for row, linked in zip(near, each.linked, strict=True):
            if linked.any():
                yield bool(linked[row.argmax()])


def _print_folds(name: str, lists: Sequence[LinkedList]) -> None:
    for fold in range(FOLDS):
        known = [each for at, each in enumerate(lists) if at % FOLDS != fold]
        numbers = numbers_of_pieces(known)
        sides = fitted(numbered(known, numbers), len(numbers))
        right = [*_right(numbered(lists[fold::FOLDS], numbers), sides)]
        share = sum(right) / len(right)
        print(f"{name}, fold {fold}: {sum(right)} of {len(right)} problems, {share:.3f}")


def main() -> None:
    for file, folder in FOLDERS.items():
        lists = known_lists(folder)
        if "--folds" in sys.argv[1:]:
            _print_folds(file.stem, lists)
            continue
        numbers = numbers_of_pieces(lists)
        sides = fitted(numbered(lists, numbers), len(numbers))
        (step, problems), (other, answers) = map(in_digits, sides)
        digits = zip(numbers, problems, answers, strict=True)
        rows = [f"{piece} {in_base_64(one + two)}\n" for piece, one, two in digits]
        file.write_text(f"{step:.4g} {other:.4g}\n{''.join(rows)}", encoding="utf-8")
        links = int(sum(each.linked.sum() for each in lists))
        print(f"{file.stem}: {len(lists)} lists, {links} links, {len(rows)} pieces")


if __name__ == "__main__":
    main()
