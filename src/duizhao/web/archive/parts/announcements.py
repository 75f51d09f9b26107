"""The announcements of rectification that were published."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from duizhao.web.announcements.models import Announcement
from duizhao.web.announcements.papers import paper_of
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.meetings.models import Dossier

FOLDER = "整改通报"


def pieces(dossier: Dossier) -> int:
    return _published(dossier).count()


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    for each in _published(dossier).select_related("dossier__unit").order_by("published_on", "pk"):
        yield from work.tried(f"{each.title}.docx", partial(_paper, each))


def _published(dossier: Dossier) -> Any:
    return Announcement.objects.filter(dossier=dossier, published_on__isnull=False)


def _paper(announcement: Announcement) -> bytes:
    return paper_of(announcement, "docx")[1]
