"""The minutes of a meeting, who came, and what was read out for the absent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.parts.kept_files import kept_files
from duizhao.web.meetings.models import Dossier, FilePurpose
from duizhao.web.minutes.papers import FORMS, PAPERS, paper_of

FOLDER = "会议"
PURPOSES = (FilePurpose.MINUTES, FilePurpose.ABSENT)


def pieces(dossier: Dossier) -> int:
    return len(PAPERS) * len(FORMS)


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    yield from kept_files(dossier, PURPOSES)
    for which, (words, _) in PAPERS.items():
        for form in FORMS:
            made = partial(_paper, dossier, work, which, form)
            yield from work.tried(f"{words}.{form}", made)


def _paper(dossier: Dossier, work: ArchiveWork, which: str, form: str) -> bytes:
    return paper_of(dossier, work.person, which, form)[1]
