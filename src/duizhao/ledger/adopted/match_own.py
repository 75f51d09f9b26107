"""Which row of ours a line of an own ledger continues: by the words of its problem, as they are or as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from duizhao.ledger.identity import without_blanks
from duizhao.ledger.plan import Cells

LEAST_LIKENESS, LEAST_SENTENCE = 0.6, 5
MAX_COMPARISONS = 40_000


def matched_ids(
    rows: Sequence[Cells], given_out: Mapping[str, Cells], here: Mapping[str, Cells]
) -> dict[int, str]:
    """The id for each place in `rows` that is known; `given_out` are the rows of the last such file, by id."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    for known in (given_out, here):
        waiting: dict[str, list[str]] = {}
        for id, cells in known.items():
            if id in here and id not in taken:
                for words in _spellings(cells):
                    waiting.setdefault(words, []).append(id)
        for at, cells in enumerate(rows):
            if at not in found:
                ids = [
                    id
                    for words in _spellings(cells)
                    for id in waiting.get(words, ())
                    if id not in taken
                ]
                # Several measures of one problem are rows of their own: the same measure first.
                best = next((id for id in ids if _measure(known[id]) == _measure(cells)), None)
                chosen = best or next(iter(ids), None)
                if chosen is not None:
                    found[at] = chosen
                    taken.add(chosen)
    _match_alike(rows, given_out, here, found, taken)
    return found


def _match_alike(
    rows: Sequence[Cells],
    given_out: Mapping[str, Cells],
    here: Mapping[str, Cells],
    found: dict[int, str],
    taken: set[str],
) -> None:
    """Match the rest of the last file's rows by the likeness of their words, the most alike first."""
    left = [id for id in given_out if id in here and id not in taken]
    open_ = [at for at in range(len(rows)) if at not in found]
    if not left or not open_ or len(left) * len(open_) > MAX_COMPARISONS:
        return
    pairs = sorted(
        (
            (likeness, at, id)
            for at in open_
            for id in left
            if (likeness := _likeness(rows[at], given_out[id])) >= LEAST_LIKENESS
        ),
        reverse=True,
    )
    for _, at, id in pairs:
        if at not in found and id not in taken:
            found[at] = id
            taken.add(id)


def _likeness(one: Cells, other: Cells) -> float:
    return SequenceMatcher(None, _claim(one), _claim(other), autojunk=False).ratio()


def _claim(cells: Cells) -> str:
    return without_blanks(
        cells.get("problem") or cells.get("example") or cells.get("measures") or ""
    )


def _measure(cells: Cells) -> str:
    return without_blanks(cells.get("measures", ""))


def _spellings(cells: Cells) -> tuple[str, ...]:
    """The words by which a problem may be entered: alone, with its example, its first sentence only."""
    problem, example = cells.get("problem", ""), cells.get("example", "")
    first = problem.partition("。")[0]
    texts = (
        problem,
        problem + example,
        "" if problem else example,
        first if len(first) >= LEAST_SENTENCE else "",
    )
    spelt = tuple(dict.fromkeys(filter(None, map(without_blanks, texts))))
    return spelt or tuple(filter(None, (_measure(cells),)))
