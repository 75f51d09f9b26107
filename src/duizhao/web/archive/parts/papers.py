"""The papers of a meeting, filled from what is known, without the day of signing: nobody signed them on this day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers import queries
from duizhao.web.papers.facts import facts
from duizhao.web.stored_files import load

FOLDER = "文书（按登记填成）"
SIGNED_ON = "落款日期"


def pieces(dossier: Dossier) -> int:
    return len(api.meeting_papers())


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    known = {name: fact for name, fact in facts(dossier).items() if name != SIGNED_ON}
    for paper in api.meeting_papers().values():
        yield from work.tried(f"{paper.name}.docx", partial(_file, dossier, paper, known))


def _file(dossier: Dossier, paper: api.MeetingPaper, known: Mapping[str, api.PaperFact]) -> bytes:
    template = queries.template_of(dossier, paper.id)
    if template is not None:
        return api.fill_template(load(template.content), template.name, known).data
    text = api.fill(paper.text, known).text.strip("\n")
    return api.Typesetter("docx").typeset(api.Source(text, name=paper.name)).data
