"""Files of a row: evidence that its result can be seen in."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.ledger.moved_cells import without_evidence
from duizhao.web.audit.actions import record
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.actions.cells import row_of_now, write_cells
from duizhao.web.rectification.models import FILENAME_CHARACTERS, ProgressEntry, RowFile
from duizhao.web.rectification.refusals import refuse_still
from duizhao.web.refused_act import RefusedAct
from duizhao.web.stored_files import store

TAKEN_SUFFIXES = (
    "docx", "doc", "wps", "pdf", "jpg", "jpeg", "png", "xlsx", "xls", "et", "pptx", "txt", "ofd", "zip", "mp4",
)  # fmt: skip
"""What evidence is kept in: anything else is more likely a mistake."""
LARGEST_EVIDENCE_BYTES = 50_000_000


def keep_file(
    *,
    row: LedgerRow,
    by_name: str,
    name: str,
    data: bytes,
    entry: ProgressEntry,
) -> RowFile:
    """Keep a file of a row, within the transaction of an action. Raises RefusedAct."""
    short = name.replace("\\", "/").rpartition("/")[2][-FILENAME_CHARACTERS:] or "文件"
    if short.rpartition(".")[2].lower() not in TAKEN_SUFFIXES:
        raise RefusedAct(f"“{short}”不收：佐证材料用 Word、PDF、图片、Excel 等常用格式")
    if not 0 < len(data) <= LARGEST_EVIDENCE_BYTES:
        why = "是空的" if not data else f"超过 {LARGEST_EVIDENCE_BYTES // 1_000_000} MB"
        raise RefusedAct(f"“{short}”{why}，没有收")
    return RowFile.objects.create(
        row=row,
        entry=entry,
        name=short,
        content=store(data),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        by_name=by_name,
    )


@transaction.atomic
def drop_file(*, file: RowFile, by: Any) -> None:
    """Take a file out of the evidence. That it was there stays to be seen. Raises RefusedAct."""
    refuse_still(file.row)
    now = row_of_now(file.row)
    if now.cells.get("closed"):
        raise RefusedAct("已经销号，佐证材料不能再撤；先重新打开")
    RowFile.objects.filter(pk=file.pk).update(dropped_at=timezone.now())
    done, cells = f"已撤下 {now.id_in_ledger} 的佐证", without_evidence(now.cells, file.name)
    write_cells(row=now, by=by, done=done, cells=cells)
    record(actor=by, act="rectification.drop_file", kind="ledger-row", key=now.pk)
