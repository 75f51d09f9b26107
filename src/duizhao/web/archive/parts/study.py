"""What was studied before a meeting, by whom, with which material."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.parts.kept_files import kept_files
from duizhao.web.meetings.models import Dossier, FilePurpose

FOLDER = "学习"
HEADS = ("日期", "地点", "学习内容", "到会的人")


def pieces(dossier: Dossier) -> int:
    return 1 if dossier.studies.exists() else 0


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    yield from kept_files(dossier, (FilePurpose.STUDY,))
    sessions = list(dossier.studies.prefetch_related("present"))
    if not sessions:
        return
    rows = [
        (each.held_on, each.place, each.theme, "、".join(p.name for p in each.present.all()))
        for each in sessions
    ]
    yield from work.tried("学习登记.xlsx", lambda: api.render_list("学习登记", HEADS, rows))
