"""An office's own ledger that came in: what its heads mean, as a clerk has mapped them or as they are guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duizhao.ledger.adopted.head_mapping import HeadMapping, OwnTable
from duizhao.ledger.adopted.head_words import AS_REMARK, NOT_TAKEN
from duizhao.ledger.adopted.match_own import matched_ids
from duizhao.ledger.adopted.own_file import tables_of_own
from duizhao.ledger.adopted.own_lines import OwnLines, own_lines
from duizhao.ledger.column import COLUMN_BY_KEY, COLUMNS, STATE_WORDS, TRACE_COLUMNS
from duizhao.ledger.hand_in import ReturnedLedger
from duizhao.ledger.identity import without_blanks
from duizhao.ledger.plan import Cells
from duizhao.process import RowState
from duizhao.web.desk.models import Batch, LedgerHeads, LedgerIntake, LedgerReturn
from duizhao.web.stored_files import load

NOT_OFFERED = frozenset(("number", "id", "change", *TRACE_COLUMNS))
COLUMN_CHOICES = (
    *(
        (column.key, "时限原话，并认出截止日期" if column.key == "deadline" else column.head)
        for column in COLUMNS
        if column.key not in NOT_OFFERED
    ),
    (AS_REMARK, "并入备注"),
    (NOT_TAKEN, "不收"),
)
STATE_CHOICES = STATE_WORDS
NUMBER = "number"
AS_BEGUN: Cells = {"status": RowState.NOT_STARTED.value}


@dataclass(frozen=True, slots=True)
class OwnLedger:
    """An office's own ledger with its mapping: what it gives, and what the last one with the same heads gave."""

    table: OwnTable
    mapping: HeadMapping
    lines: OwnLines
    ids: Mapping[int, str]
    given_out: Mapping[str, Cells]
    here: Mapping[str, Cells]

    @property
    def found(self) -> ReturnedLedger:
        """As a workbook that came back. A cell that is empty in the file stays as it was."""
        keys = frozenset(key for cells in self.lines.rows for key in cells)
        return ReturnedLedger(tuple(self._lines()), keys)

    @property
    def said(self) -> dict[str, Cells]:
        """The rows by their ids, so far as these are known."""
        return {id: self.lines.rows[at] for at, id in self.ids.items()}

    @property
    def added_places(self) -> list[int]:
        """The places of the lines that continue no row of ours."""
        return [at for at in range(len(self.lines.rows)) if at not in self.ids]

    def _lines(self) -> Any:
        for at, cells in enumerate(self.lines.rows):
            id = self.ids.get(at, "")
            line = {**self.given_out.get(id, {}), **cells, "id": id}
            problem = self.here[id].get("problem", "") if id else ""
            if problem and without_blanks(cells.get("problem", "")) in without_blanks(problem):
                # The beginning of a problem stands for it: what more is here is not to be lost.
                line["problem"] = problem
            yield line

    @property
    def columns(self) -> list[tuple[str, str]]:
        """What each head is taken for, in words, where these differ."""
        words = dict(COLUMN_CHOICES) | {NUMBER: COLUMN_BY_KEY[NUMBER].head}
        pairs = [(each, words[self.mapping.keys.get(each.at, "")]) for each in self.table.heads]
        return [(each.words, taken) for each, taken in pairs if each.words != taken]


def first_mapping(batch: Batch, data: bytes, name: str) -> dict[str, Any]:
    """What is known of the heads of a file, as a returned workbook keeps it; empty for a workbook of ours.

    Raises UnreadableDocument for a file that is no ledger.
    """
    tables = tables_of_own(data, name)
    if not tables:
        return {}
    known = next((heads for table in tables if (heads := _remembered(batch, table))), None)
    digest = known.digest if known else tables[0].digest
    table = next(each for each in tables if each.digest == digest)
    mapping: dict[str, Any] = {"sheet": table.cells.name, "digest": digest}
    if known:
        mapping |= {"keys": known.keys, "states": known.states, "is_joined": known.is_joined}
    return mapping


def read_tables(returned: LedgerReturn) -> tuple[OwnTable, ...]:
    """The tables of an own ledger. Raises UnreadableDocument."""
    return tables_of_own(load(returned.content), returned.name)


def table_of(returned: LedgerReturn, tables: Sequence[OwnTable], sheet: str = "") -> OwnTable:
    """The table that is meant: the named one, else that of the mapping, else the first."""
    wanted = sheet or returned.mapping.get("sheet", "")
    return next((each for each in tables if each.cells.name == wanted), tables[0])


def mapping_of(returned: LedgerReturn, table: OwnTable) -> HeadMapping:
    """The mapping of the heads of a table: as it was confirmed, else as it is guessed."""
    said = returned.mapping
    if said.get("digest") != table.digest or "keys" not in said:
        return HeadMapping.guessed(table)
    return HeadMapping.of(table, said["keys"], said["states"], is_joined=said["is_joined"])


def is_unmapped(returned: LedgerReturn) -> bool:
    """Whether the mapping of the heads has yet to be confirmed."""
    return bool(returned.mapping) and "keys" not in returned.mapping


def own_ledger(returned: LedgerReturn, here: Mapping[str, Cells]) -> OwnLedger:
    """What an own ledger gives, with the rows `here` that its lines continue. Raises UnreadableDocument."""
    table = table_of(returned, read_tables(returned))
    mapping = mapping_of(returned, table)
    lines = own_lines(table, mapping)
    given_out = _given(returned.batch, table.digest)
    ids = matched_ids(lines.rows, given_out, here)
    # A row that no such file had before: what people have written here stands against what the file says.
    first: dict[str, Cells] = dict.fromkeys(ids.values(), AS_BEGUN)
    return OwnLedger(table, mapping, lines, ids, first | given_out, here)


def unit_of(batch: Batch) -> Any:
    """The unit that a batch belongs to."""
    dossier = getattr(batch, "dossier", None)
    return dossier.unit if dossier else batch.owner.unit


def _remembered(batch: Batch, table: OwnTable) -> LedgerHeads | None:
    return LedgerHeads.objects.filter(unit=unit_of(batch), digest=table.digest).first()


def _given(batch: Batch, digest: str) -> dict[str, Cells]:
    """What the files with these heads gave, by the id of the row; one that was undone gave nothing."""
    found: dict[str, Cells] = {}
    intakes = LedgerIntake.objects.filter(change__batch=batch, digest=digest)
    for each in intakes.select_related("change").order_by("change__made_at"):
        if not each.change.is_undone:
            found |= each.lines
    return found
