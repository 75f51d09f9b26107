"""The ledger of rectification, as it is printed, workbooks that were kept, and the files that show what was done."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.parts.kept_files import kept_files
from duizhao.web.desk import checking
from duizhao.web.desk.filled_ledger import filled_ledger
from duizhao.web.desk.models import Batch
from duizhao.web.meetings.models import Dossier, FilePurpose
from duizhao.web.rectification.models import RowFile

FOLDER = "整改台账"


def pieces(dossier: Dossier) -> int:
    return 1 if _ledger(dossier) else 0


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    yield from kept_files(dossier, (FilePurpose.LEDGER,))
    if batch := _ledger(dossier):
        yield from work.tried("整改台账.xlsx", lambda: _workbook(batch))
    for each in RowFile.objects.filter(row__batch__dossier=dossier).select_related("row"):
        yield FileForPeople(f"佐证材料/{each.row.id_in_ledger} {each.name}", content=each.content)


def _workbook(batch: Batch) -> bytes:
    filled, around = filled_ledger(batch, batch.ledger_rows.filter(is_removed=False))
    return api.render_filled_ledger(filled, around, settings=checking.checker().config.ledger)


def _ledger(dossier: Dossier) -> Batch | None:
    """The batch of a dossier whose ledger has rows."""
    batch = dossier.batch
    return batch if batch and batch.ledger_rows.filter(is_removed=False).exists() else None
