"""Finds which row of the old ledger a row of the new one continues: by their words, never by their place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from duizhao.ledger.identity import without_blanks
from duizhao.ledger.plan import Cells
from duizhao.ledger.row import Row

LEAST_LIKENESS = 0.5
"""Two versions of one point share at least this part of their pairs of characters."""

MAX_COMPARISONS = 60_000
"""In one update, half a second. A file that needs more comparisons was written anew."""

MatchKey = Callable[["MatchPoint"], Hashable]


@dataclass(frozen=True, slots=True)
class MatchPoint:
    """The words of a row. `at` is its place among the old or the new rows."""

    at: int
    file: str
    is_problem: bool
    claim: str
    text: str


def match_rows(written: Sequence[Cells], rows: Sequence[Row]) -> dict[int, int]:
    """The place of the old row that a new row continues, by the place of the new row."""
    old = [_point_of_cells(at, cells) for at, cells in enumerate(written)]
    new = [_point_of_row(at, row) for at, row in enumerate(rows)]
    renamed = _renamed(old, new)
    old = [replace(point, file=renamed.get(point.file, point.file)) for point in old]
    found: dict[int, int] = {}
    for key in (_text_key, _claim_key):
        _pair_equal(old, new, key, found)
    _pair_alike(old, new, found)
    return found


def _point_of_cells(at: int, cells: Cells) -> MatchPoint:
    is_problem = not cells.get("id", "").startswith("M")
    claim, text = without_blanks(cells.get("claim", "")), without_blanks(cells.get("sentence", ""))
    return MatchPoint(at, cells.get("file", ""), is_problem, claim, _from_claim_on(claim, text))


def _point_of_row(at: int, row: Row) -> MatchPoint:
    claim, text = without_blanks(row.claim), without_blanks(row.sentence)
    return MatchPoint(at, row.file, row.is_problem, claim, _from_claim_on(claim, text))


def _from_claim_on(claim: str, text: str) -> str:
    """A point from its claim on, without its number, which changes with its place."""
    start = text.find(claim)
    return text[start:] if start > 0 else text


def _text_key(point: MatchPoint) -> Hashable:
    return point.file, point.is_problem, point.text


def _claim_key(point: MatchPoint) -> Hashable:
    return point.file, point.is_problem, point.claim


def _pair_equal(
    old: Iterable[MatchPoint], new: Iterable[MatchPoint], key: MatchKey, found: dict[int, int]
) -> None:
    """Pair points with the same key that are not paired yet, in order."""
    taken = set(found.values())
    waiting: dict[Hashable, list[MatchPoint]] = defaultdict(list)
    for point in old:
        if point.at not in taken:
            waiting[key(point)].append(point)
    for point in new:
        if point.at not in found and waiting.get(key(point)):
            found[point.at] = waiting[key(point)].pop(0).at


def _pair_alike(
    old: Iterable[MatchPoint], new: Iterable[MatchPoint], found: dict[int, int]
) -> None:
    """Pair the rest within each file by the words that two points share, the most similar first."""
    taken = set(found.values())
    left, wanted = defaultdict(list), defaultdict(list)
    for point in old:
        if point.at not in taken:
            left[point.file, point.is_problem].append(point)
    for point in new:
        if point.at not in found:
            wanted[point.file, point.is_problem].append(point)
    budget = MAX_COMPARISONS
    for key, ours in wanted.items():
        theirs = left.get(key, [])
        if len(ours) * len(theirs) <= budget:
            budget -= len(ours) * len(theirs)
            _pair_nearest(theirs, ours, found)


def _pair_nearest(
    old: Sequence[MatchPoint], new: Sequence[MatchPoint], found: dict[int, int]
) -> None:
    old_pairs = [_character_pairs(point.text) for point in old]
    new_pairs = [_character_pairs(point.text) for point in new]
    scored = [
        (-score, b.at, a.at)
        for a, of_a in zip(old, old_pairs, strict=True)
        for b, of_b in zip(new, new_pairs, strict=True)
        if (score := _likeness(of_a, of_b)) >= LEAST_LIKENESS
    ]
    taken: set[int] = set()
    for _, at, before in sorted(scored):
        if at not in found and before not in taken:
            found[at] = before
            taken.add(before)


def _character_pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pairs in common (Dice coefficient)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0


def _renamed(old: Sequence[MatchPoint], new: Sequence[MatchPoint]) -> dict[str, str]:
    """The new name of each renamed file: half of its rows or more have the same text under a name that is new."""
    old_files, new_files = Counter(p.file for p in old), Counter(p.file for p in new)
    by_text: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for point in new:
        if point.file not in old_files:
            by_text[point.is_problem, point.text].add(point.file)
    shared: Counter[tuple[str, str]] = Counter(
        (point.file, file)
        for point in old
        if point.file not in new_files
        for file in by_text.get((point.is_problem, point.text), ())
    )
    renamed: dict[str, str] = {}
    for (before, after), count in shared.most_common():
        enough = 2 * count >= min(old_files[before], new_files[after])
        if enough and before not in renamed and after not in renamed.values():
            renamed[before] = after
    return renamed
