"""The files that were put into a dossier, as they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from duizhao.web.archive.archive_work import FileForPeople
from duizhao.web.meetings.models import Dossier


def kept_files(dossier: Dossier, purposes: Sequence[Any]) -> Iterator[FileForPeople]:
    """Those that were put in for one of these purposes."""
    for each in dossier.files.filter(purpose__in=purposes):
        yield FileForPeople(each.name.rpartition("/")[2], content=each.content)
