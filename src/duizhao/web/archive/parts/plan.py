"""The plan of a meeting: its facts, its people, its calendar, the notice."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.parts.kept_files import kept_files
from duizhao.web.meetings.attendee_cells import ATTENDEE_HEADS, attendee_cells
from duizhao.web.meetings.models import Dossier, FilePurpose
from duizhao.web.meetings.requirements import calendar_of, kind_of

FOLDER = "方案和人员"
PURPOSES = (FilePurpose.NOTICE, FilePurpose.CONSENT)
STEPS = ("要求", "从哪天起", "到哪天止", "哪天办的")


def pieces(dossier: Dossier) -> int:
    return 1


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    yield from kept_files(dossier, PURPOSES)
    yield from work.tried("会议方案和人员.xlsx", lambda: _workbook(dossier))


def _workbook(dossier: Dossier) -> bytes:
    kind = kind_of(dossier)
    facts = (
        ("名称", dossier.name),
        ("单位", dossier.unit.name),
        ("会议种类", kind.name if kind else dossier.kind),
        ("年度", dossier.year),
        ("主题", dossier.theme),
        ("开会日期", dossier.held_on or ""),
        ("时间", dossier.held_at),
        ("地点", dossier.place),
        ("主持人", dossier.chair.name if dossier.chair else ""),
        ("上级通知", f"{dossier.notice.get('title', '')}{dossier.notice.get('number', '')}"),
    )
    people = map(attendee_cells, dossier.attendees.all())
    steps = (
        (
            each.requirement.text,
            each.opens or "",
            each.closes,
            dossier.steps_done.get(each.requirement.id, ""),
        )
        for each in calendar_of(dossier, timezone.localdate())
    )
    return api.render_lists(
        dossier.name,
        [
            ("方案", ("项目", "内容"), facts),
            ("人员", ATTENDEE_HEADS, people),
            ("日程", STEPS, steps),
        ],
    )
