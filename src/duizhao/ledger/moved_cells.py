"""A move of a ledger row, written into its cells, so that page and workbook show the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from duizhao.ledger.plan import Cells
from duizhao.ledger.row import DeadlineKind
from duizhao.ledger.standing import tracked_row
from duizhao.office.cell import fit
from duizhao.process import Move, MoveRequest, Refusal, chinese_day, make_move


def moved_cells(cells: Cells, request: MoveRequest) -> dict[str, str] | Refusal:
    """The cells of a row after a move, or why the move is refused."""
    made = make_move(tracked_row(cells), request)
    if isinstance(made, Refusal):
        return made
    changed = CHANGES.get(request.move)
    return {
        **cells,
        "status": made.state.value,
        **(changed(cells, request) if changed else {}),
    }


def reviewed_cells(cells: Cells, next_day: date) -> dict[str, str]:
    """The cells of a standing measure that was reviewed, with the day of its next review."""
    return {**cells, "due": next_day.isoformat(), "postponed": ""}


def reported_cells(cells: Cells, line: str, evidence: Iterable[str] = ()) -> dict[str, str]:
    """The cells with a line of progress above those of before, and the names of further evidence, each once."""
    return {**with_evidence(cells, evidence), "progress": _above(line, cells.get("progress", ""))}


def mended_cells(cells: Cells, line: str, mended: str) -> dict[str, str]:
    """The cells with a line of progress written anew; a line that people have changed since stays."""
    return {**cells, "progress": fit(cells.get("progress", "").replace(line, mended, 1))}


def with_evidence(cells: Cells, names: Iterable[str]) -> dict[str, str]:
    """The cells with the names of further evidence, each once."""
    lines = [line for line in cells.get("evidence", "").split("\n") if line.strip()]
    return {**cells, "evidence": fit("\n".join(dict.fromkeys((*lines, *names))))}


def without_evidence(cells: Cells, name: str) -> dict[str, str]:
    """The cells without the name of something that is no evidence."""
    lines = cells.get("evidence", "").split("\n")
    return {**cells, "evidence": "\n".join(line for line in lines if line.strip() != name)}


def _above(line: str, lines: str) -> str:
    return fit("\n".join(filter(None, (line, lines.strip()))))


def _finished(cells: Cells, request: MoveRequest) -> dict[str, str]:
    return {"done": cells.get("done", "").strip() or request.on.isoformat()}


def _closed(cells: Cells, request: MoveRequest) -> dict[str, str]:
    return {**_finished(cells, request), "closed": request.on.isoformat(), "unfinished": ""}


def _taken_up_again(cells: Cells, request: MoveRequest) -> dict[str, str]:
    return {"done": "", "closed": "", "unfinished": request.reason.strip()}


def _kept_up(cells: Cells, request: MoveRequest) -> dict[str, str]:
    term = cells.get("term", "")
    is_named = DeadlineKind.STANDING.value in term
    return {
        **reviewed_cells({}, request.due or request.on),
        "term": term if is_named else DeadlineKind.STANDING.value,
    }


def _handed_over(cells: Cells, request: MoveRequest) -> dict[str, str]:
    said = f"{chinese_day(request.on)}移交{request.receiver.strip()}：{request.reason.strip()}"
    return {"remark": "\n".join(filter(None, (cells.get("remark", "").strip(), said)))}


def _postponed(cells: Cells, request: MoveRequest) -> dict[str, str]:
    day = request.due.isoformat() if request.due else ""
    return {"postponed": day, "unfinished": request.reason.strip()}


CHANGES: dict[Move, Callable[[Cells, MoveRequest], dict[str, str]]] = {
    Move.SUBMIT: _finished,
    Move.CLOSE: _closed,
    Move.RETURN: _taken_up_again,
    Move.KEEP_UP: _kept_up,
    Move.HAND_OVER: _handed_over,
    Move.POSTPONE: _postponed,
    Move.REOPEN: _taken_up_again,
}
"""What a move changes in cells, apart from the state."""
