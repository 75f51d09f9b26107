"""How many talks were held, of those that are asked for."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao import api
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers.facts.made import number
from duizhao.web.talks import queries

TALKS = "talks:talks"


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    held = dossier.talks.filter(is_held=True).count()
    asked = len(queries.required(dossier, queries.members(dossier)))
    found = {}
    if held:
        found["谈话次数"] = number(dossier, held, "谈心谈话：登记为谈过的", TALKS)
    if asked:
        found["应谈次数"] = number(dossier, asked, "谈心谈话：这种会议要求的", TALKS)
    return found
