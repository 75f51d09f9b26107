"""How many talks were held, of those that are asked for."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao import api
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers.facts.made import number

TALKS = "talks:talks"


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    held = dossier.talks.filter(is_held=True).count()
    return {"谈话次数": number(dossier, held, "谈心谈话：登记为谈过的", TALKS)} if held else {}
