"""Files that were put into a dossier for no other part."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.parts.kept_files import kept_files
from duizhao.web.meetings.models import Dossier, FilePurpose

FOLDER = "其他"
PURPOSES = (FilePurpose.LAST_YEAR, FilePurpose.OTHER)


def pieces(dossier: Dossier) -> int:
    return 0


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    yield from kept_files(dossier, PURPOSES)
