"""The statements of a meeting: as they came, set as PDF, their earlier versions, and what reviewers decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from django.utils import timezone

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.desk import checking
from duizhao.web.desk.models import DeskFile, ReadStatus, Version
from duizhao.web.meetings.models import Dossier
from duizhao.web.stored_files import load
from duizhao.web.submissions.models import ReviewDecision

FOLDER = "对照检查材料"
UNBOUND = "没有对到人的"
PDF = ".pdf"
HEADS = ("谁的材料", "稿", "决定", "什么时候前交回", "理由", "决定的日期")


def pieces(dossier: Dossier) -> int:
    return dossier.batch.files.count() + 1 if dossier.batch else 0


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    if dossier.batch is None:
        return
    config = checking.checker().config
    setter = api.Typesetter("pdf", config.layout, config.fonts)
    kept = dossier.batch.files.select_related("submission__attendee").prefetch_related("versions")
    for file in kept:
        folder = file.submission.who if hasattr(file, "submission") else UNBOUND
        *earlier, last = file.versions.all()
        for version in earlier:
            yield _version(file, version, f"{folder}/以前的稿/第{version.number}稿 ")
        yield _version(file, last, f"{folder}/")
        yield from _pdf(file, last, folder, setter, work)
    if ReviewDecision.objects.filter(submission__dossier=dossier).exists():
        yield from work.tried("审核情况.xlsx", lambda: _decisions(dossier))
    else:
        work.step()


def _version(file: DeskFile, version: Version, before: str) -> FileForPeople:
    """A version as it came: one that was typed in the page may have another format than the first."""
    stem = PurePosixPath(file.name.rpartition("/")[2]).stem
    return FileForPeople(f"{before}{stem}{version.suffix}", content=version.content)


def _pdf(
    file: DeskFile, version: Version, folder: str, setter: api.Typesetter, work: ArchiveWork
) -> Iterator[FileForPeople]:
    """The text of the last version, set by the standard; what is PDF already stays as it is."""
    if version.suffix == PDF or file.status != ReadStatus.READ:
        work.step()
        return
    stem = PurePosixPath(file.name.rpartition("/")[2]).stem
    kind = version.suffix.removeprefix(".")

    def made() -> bytes:
        data = load(version.content)
        return setter.typeset_bytes(data, file.name, kind, checking.checker()).data

    yield from work.tried(f"{folder}/{stem}（排版）{PDF}", made)


def _decisions(dossier: Dossier) -> bytes:
    found = ReviewDecision.objects.filter(submission__dossier=dossier)
    kept = found.select_related("submission__attendee").prefetch_related("reasons")
    rows = (
        (
            each.submission.who,
            each.number,
            each.get_outcome_display(),
            each.due_on or "",
            "\n".join(reason.text for reason in each.reasons.all()),
            timezone.localdate(each.made_at),
        )
        for each in kept
    )
    return api.render_list("审核情况", HEADS, rows)
