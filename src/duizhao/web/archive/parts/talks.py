"""The talks of a meeting: that they were held; what was said where whoever makes the archive may read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.meetings.models import Dossier
from duizhao.web.talks import queries
from duizhao.web.talks.models import Talk
from duizhao.web.talks.sheets import sheet_of

FOLDER = "谈心谈话"
HEADS = ("谈话人", "职务", "谈话对象", "职务", "谈过了", "日期", "地点", "类型")


def pieces(dossier: Dossier) -> int:
    return 1 if dossier.talks.exists() else 0


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    talks = list(dossier.talks.all())
    if not talks:
        return
    rows = list(map(_cells, talks))
    yield from work.tried("谈心谈话登记.xlsx", lambda: api.render_list("谈心谈话", HEADS, rows))
    if work.has_records:
        for each in queries.talks(work.person, "record").filter(dossier=dossier):
            if hasattr(each, "record"):
                name, data = sheet_of(each, each.record)
                yield FileForPeople(f"谈话记录/{name}", data)


def _cells(talk: Talk) -> tuple[Any, ...]:
    return (
        talk.one_name,
        talk.one_duty,
        talk.other_name,
        talk.other_duty,
        "是" if talk.is_held else "否",
        talk.held_on or "",
        talk.place,
        talk.kind,
    )
