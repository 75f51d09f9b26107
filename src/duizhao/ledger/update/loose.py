"""The causes that answer no problem, brought up to date: those that came, those that went, those people took out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from duizhao.ledger.row import Ledger
from duizhao.ledger.update.merge import ADDED, NO_FILE
from duizhao.ledger.update.values import Cells
from duizhao.office.cell import fit

SETTLED = "原文已无，或已对应到问题"
MARKS = (ADDED, SETTLED, NO_FILE)


@dataclass(frozen=True, slots=True)
class LooseLine:
    """A line of the sheet: the cause, where it stands, and what is marked beside it."""

    file: str
    place: str
    text: str
    mark: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.file, self.text


@dataclass(frozen=True, slots=True)
class LoosePlan:
    """What becomes of the sheet: its lines as they are to be, those to add below, what to remember."""

    lines: tuple[LooseLine, ...]
    added: tuple[LooseLine, ...]
    written: tuple[Cells, ...]


def loose_plan(
    listed: Sequence[LooseLine], remembered: Sequence[Cells], ledger: Ledger, *, is_whole: bool
) -> LoosePlan:
    """Nothing is taken out, what people took out is not put back, and their own lines stay as they are.

    `remembered` is what was written before; a ledger of an earlier version remembers nothing.
    """
    known = dict.fromkeys((cells.get("file", ""), cells.get("claim", "")) for cells in remembered)
    ours = known or dict.fromkeys(line.key for line in listed)
    now = {
        (file, text): LooseLine(file, loose.place.label, text, ADDED)
        for file, loose in ledger.loose
        if (text := fit(loose.text).strip())
    }
    lines = tuple(_line(line, ours, now, ledger, is_whole) for line in listed)
    there = {line.key for line in listed}
    added = tuple(line for key, line in now.items() if key not in there and key not in known)
    written = tuple({"file": file, "claim": text} for file, text in {**ours, **now})
    return LoosePlan(lines, added, written)


def _line(
    line: LooseLine,
    ours: dict[tuple[str, str], None],
    now: dict[tuple[str, str], LooseLine],
    ledger: Ledger,
    is_whole: bool,
) -> LooseLine:
    if line.key in now:
        mark = _marked("", line.mark) if line.mark.startswith((SETTLED, NO_FILE)) else line.mark
        return replace(line, place=now[line.key].place, mark=mark)
    if line.key not in ours:
        return line
    if line.file in ledger.files:
        return replace(line, mark=_marked(SETTLED, line.mark))
    if is_whole and line.file not in ledger.unread:
        return replace(line, mark=_marked(NO_FILE, line.mark))
    return line


def _marked(mark: str, before: str) -> str:
    """A new mark in place of our last one; what people wrote behind it stays."""
    own = before
    for each in MARKS:
        own = own.removeprefix(each).removeprefix("；")
    return "；".join(each for each in (mark, own) if each)
