"""The opinions of a meeting and what was answered."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.parts.kept_files import kept_files
from duizhao.web.meetings.models import Dossier, FilePurpose
from duizhao.web.opinions import queries
from duizhao.web.opinions.words import OPINION_HEADS, opinion_cells

FOLDER = "征求意见"
ROUNDS = ("名称", "从哪天起", "到哪天止", "发出的码", "答复的人")


def pieces(dossier: Dossier) -> int:
    return 1 if dossier.opinions.exists() or dossier.rounds.exists() else 0


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    yield from kept_files(dossier, (FilePurpose.OPINIONS,))
    if pieces(dossier):
        yield from work.tried("征求意见汇总.xlsx", lambda: _workbook(dossier, work))


def _workbook(dossier: Dossier, work: ArchiveWork) -> bytes:
    read = queries.read_opinions(work.person, dossier).order_by("about_name", "scope", "key")
    rows = (opinion_cells(number, each) for number, each in enumerate(read, 1))
    rounds = (
        (each.name, each.opened_on, each.closed_on or "", each.printed, each.answered)
        for each in dossier.rounds.all()
    )
    return api.render_lists(
        "征求意见汇总", [("意见", OPINION_HEADS, rows), ("轮次", ROUNDS, rounds)]
    )
