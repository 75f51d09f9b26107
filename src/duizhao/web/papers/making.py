"""A paper of a meeting, filled: in our form, or in the unit's own."""

from __future__ import annotations

from dataclasses import dataclass

from duizhao import api
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers import queries
from duizhao.web.papers.facts import facts
from duizhao.web.papers.models import PaperTemplate
from duizhao.web.stored_files import load


@dataclass(frozen=True, slots=True)
class DossierPaper:
    """A paper of a dossier: its kind, its form, its filled text. `fault` is why a unit's form cannot be used."""

    paper: api.MeetingPaper
    template: PaperTemplate | None
    filled: api.FilledPaper
    fault: str = ""


def preview(dossier: Dossier, paper: api.MeetingPaper) -> DossierPaper:
    """A paper as it is filled now, without its file."""
    template = queries.template_of(dossier, paper.id)
    known = facts(dossier)
    if template is None:
        return DossierPaper(paper, None, api.fill(paper.text, known))
    try:
        text = api.read_template(load(template.content), template.name).text
    except api.DuizhaoError as fault:
        return DossierPaper(paper, template, api.fill(paper.text, known), str(fault))
    return DossierPaper(paper, template, api.fill(text, known))


def file_of(dossier: Dossier, paper: api.MeetingPaper, form: str) -> bytes:
    """A paper as a file. Raises DuizhaoError."""
    template = queries.template_of(dossier, paper.id)
    known = facts(dossier)
    if template is None or form == "pdf":
        text = api.fill(paper.text, known).text.strip("\n")
        return api.Typesetter(form).typeset(api.Source(text, name=paper.name)).data
    return api.fill_template(load(template.content), template.name, known).data
