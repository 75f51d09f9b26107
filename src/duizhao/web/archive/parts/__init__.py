"""What an archive has for people, a module for each folder, in the order of a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.parts import (
    announcements,
    appraisal,
    ledger,
    minutes,
    opinions,
    others,
    papers,
    plan,
    statements,
    study,
    talks,
)
from duizhao.web.meetings.models import Dossier


class ArchivePart(Protocol):
    """A module here: what its folder is called, how many pieces are made in it, and its files."""

    FOLDER: str

    def pieces(self, dossier: Dossier) -> int: ...

    def files(self, dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]: ...


PARTS: Sequence[ArchivePart] = (
    plan,
    study,
    opinions,
    talks,
    statements,
    minutes,
    appraisal,
    papers,
    ledger,
    announcements,
    others,
)
