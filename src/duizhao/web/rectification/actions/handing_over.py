"""How what somebody has to do with rows becomes the part of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.ledger import RowEdit, change_rows
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.actions.people import match_row
from duizhao.web.rectification.matching import KEY_OF_PART
from duizhao.web.rectification.models import RowPart, RowPerson
from duizhao.web.rectification.refusals import refuse_still
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember

IN_A_NAME = "[\u4e00-\u9fff]"
BOTH = {str(RowPart.OWNER), str(RowPart.ACCEPTOR)}


@transaction.atomic
def hand_over(
    *, rows: Iterable[LedgerRow], leaver: StaffMember, successor: StaffMember, by: Any
) -> int:
    """Let one have every part that another has in these rows, as one change of each ledger, which can be undone.
    What else stands in the cells stays. Returns the number of rows. Raises RefusedAct, then for none."""
    count = 0
    known = sorted(rows, key=attrgetter("batch_id"))
    for _, of_batch in groupby(known, key=attrgetter("batch_id")):
        here = list(of_batch)
        edits = [RowEdit(row, row.version, cells=_cells(row, leaver, successor)) for row in here]
        done = f"{leaver.name}的 {len(here)} 行已交给{successor.name}"
        change_rows(batch=here[0].batch, by=by, done=done, edits=edits)
        for row in here:
            _take_over(row, leaver, successor)
            record(actor=by, act="rectification.people", kind="ledger-row", key=row.pk)
        count += len(here)
    return count


def _cells(row: LedgerRow, leaver: StaffMember, successor: StaffMember) -> Mapping[str, str]:
    """The cells with the one name for the other. Raises RefusedAct."""
    refuse_still(row)
    parts = set(row.people.filter(member=leaver).values_list("part", flat=True))
    after = parts | set(row.people.filter(member=successor).values_list("part", flat=True))
    if after >= BOTH:
        raise RefusedAct(f"{row.id_in_ledger}：{successor.name}就成了责任人又验收，要交给别人")
    cells = dict(row.cells)
    for part in parts:
        key = KEY_OF_PART[part]
        cells[key] = _renamed(cells.get(key, ""), leaver.name, successor.name)
    return cells


def _renamed(text: str, name: str, other: str) -> str:
    """A list of names with one for another; where it stands among other words, there too."""
    alone = rf"(?<!{IN_A_NAME}){re.escape(name)}(?!{IN_A_NAME})"
    renamed = re.sub(alone, lambda _: other, text)
    return renamed if renamed != text else text.replace(name, other, 1)


def _take_over(row: LedgerRow, leaver: StaffMember, successor: StaffMember) -> None:
    had = RowPerson.objects.filter(row=row, member=leaver)
    for part in had.values_list("part", flat=True):
        taken = {"row": row, "member": successor, "part": part}
        RowPerson.objects.update_or_create(**taken, defaults={"is_chosen": True})
    had.delete()
    match_row(row)
