"""How many statements were handed in, and in how many versions."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count

from duizhao import api
from duizhao.web.desk.models import ReadStatus
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers.facts.made import number

STATEMENTS = "submissions:statements"


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    if dossier.batch is None:
        return {}
    files = dossier.batch.files.filter(status=ReadStatus.READ)
    counted = files.aggregate(files=Count("pk", distinct=True), versions=Count("versions"))
    if not counted["files"]:
        return {}
    source = "对照检查材料：交来并且读得了的"
    return {
        "材料份数": number(dossier, counted["files"], source, STATEMENTS),
        "材料稿数": number(dossier, counted["versions"], f"{source}，每改一次算一稿", STATEMENTS),
    }
