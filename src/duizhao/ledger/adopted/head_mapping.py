"""The head of an office's own ledger, and which of our columns each of its columns is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from duizhao.ledger.adopted.head_words import (
    AS_REMARK,
    NOT_TAKEN,
    STATE_BY_WORD,
    key_of,
    likelihood,
    plain_head,
)
from duizhao.ledger.adopted.sheet_cells import SheetCells

SEARCHED_LINES, LEAST_KEYS, SAMPLES = 20, 3, 8
CONTENT_KEYS = frozenset(("problem", "example", "measures"))
STATE_LIMIT = 12
"""A column with more different words holds no states."""


@dataclass(frozen=True, slots=True)
class OwnHead:
    """A column of an office's own ledger: where it stands, its head line by line, and what cells below it hold."""

    at: int
    parts: tuple[str, ...]
    samples: tuple[str, ...]
    key: str

    @property
    def words(self) -> str:
        return " › ".join("".join(part.split()) for part in self.parts)


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table with a head: the last line of the head, and the columns that have any text."""

    cells: SheetCells
    top: int
    bottom: int
    heads: tuple[OwnHead, ...]

    @property
    def digest(self) -> str:
        """The same for each file with the same heads, wherever they stand."""
        words = "\n".join("/".join(map(plain_head, each.parts)) for each in self.heads)
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()

    @property
    def keys(self) -> set[str]:
        return {each.key for each in self.heads}

    def state_words(self, at: int) -> tuple[str, ...]:
        """The different words in a column of states; none if there are too many for that."""
        lines = range(self.bottom + 1, len(self.cells.lines))
        words = dict.fromkeys(filter(None, (self.cells.carried(line, at) for line in lines)))
        return tuple(words) if len(words) <= STATE_LIMIT else ()


@dataclass(frozen=True, slots=True)
class HeadMapping:
    """How a clerk has mapped a head: the key of each column by its place, the state of each word of states.

    With `is_joined` the lines of one problem become one row with numbered measures.
    """

    keys: Mapping[int, str]
    states: Mapping[str, str] = field(default_factory=dict)
    is_joined: bool = False

    @classmethod
    def of(
        cls, table: OwnTable, keys: Sequence[str], states: Mapping[str, str], *, is_joined: bool
    ) -> HeadMapping:
        """With a key for each head in their order; a word of states that is not among `states` as it is guessed."""
        by_place = {each.at: key for each, key in zip(table.heads, keys, strict=False)}
        return cls(by_place, {**_states(table, by_place), **states}, is_joined)

    @classmethod
    def guessed(cls, table: OwnTable) -> HeadMapping:
        """As the heads have it."""
        return cls.of(table, [each.key for each in table.heads], {}, is_joined=False)


def _states(table: OwnTable, keys: Mapping[int, str]) -> dict[str, str]:
    """The state that each word in the columns of states is taken to mean."""
    places = [at for at, key in keys.items() if key == "status"]
    words = [word for at in places for word in table.state_words(at)]
    return {word: STATE_BY_WORD.get(word, word) for word in words}


def own_tables(sheets: Iterable[SheetCells]) -> tuple[OwnTable, ...]:
    """The tables of an office's own ledger, the likeliest first."""
    found = [table for sheet in sheets if (table := _table(sheet))]
    return tuple(sorted(found, key=_known, reverse=True))


def _table(sheet: SheetCells) -> OwnTable | None:
    best: OwnTable | None = None
    for line in range(min(len(sheet.lines), SEARCHED_LINES)):
        bottom = _bottom(sheet, line)
        table = OwnTable(sheet, line, bottom, tuple(_heads(sheet, line, bottom)))
        known = table.keys - {NOT_TAKEN, AS_REMARK}
        if len(known) < LEAST_KEYS or not known & CONTENT_KEYS:
            continue
        # Of two that are as good the later one: the line above it is a title.
        if best is None or (len(known), -bottom) >= (_known(best), -best.bottom):
            best = table
    return best


def _known(table: OwnTable) -> int:
    return len(table.keys - {NOT_TAKEN, AS_REMARK})


def _bottom(sheet: SheetCells, line: int) -> int:
    """The last line of a head that begins in a line: where its blocks end, or below those that have parts."""
    bottom = line
    for at in range(sheet.width):
        block = sheet.block(line, at)
        if not block or block.top != line:
            continue
        bottom = max(bottom, block.bottom)
        is_parted = block.left < block.right and block.right - block.left + 1 < sheet.width
        if is_parted and any(
            sheet.text(block.bottom + 1, each) for each in range(block.left, block.right + 1)
        ):
            bottom = max(bottom, block.bottom + 1)
    return min(bottom, line + 3)


def _heads(sheet: SheetCells, top: int, bottom: int) -> Iterable[OwnHead]:
    found = []
    for at in range(sheet.width):
        shown = (sheet.shown(line, at).strip() for line in range(top, bottom + 1))
        parts = tuple(dict.fromkeys(part for part in shown if part))
        samples = _samples(sheet, bottom, at)
        if parts or samples:
            found.append(
                OwnHead(at, parts, samples, key_of(parts, samples) if parts else AS_REMARK)
            )
    # Of two columns for one of ours the one with the surer head is it, else the first.
    chosen: dict[str, OwnHead] = {}
    for each in sorted(found, key=lambda head: -likelihood(head.parts)):
        chosen.setdefault(each.key, each)
    for each in found:
        is_chosen = each.key in (NOT_TAKEN, AS_REMARK) or chosen[each.key] is each
        yield each if is_chosen else replace(each, key=AS_REMARK)


def _samples(sheet: SheetCells, bottom: int, at: int) -> tuple[str, ...]:
    """The first different texts below a head."""
    lines = range(bottom + 1, len(sheet.lines))
    found = dict.fromkeys(filter(None, (sheet.text(line, at).strip() for line in lines)))
    return tuple(found)[:SAMPLES]
