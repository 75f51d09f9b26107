"""What the ledger of this meeting and that of the meeting before it hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from django.urls import reverse

from duizhao import api
from duizhao.process import RowState
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers.facts.made import ENDS, numbered

NUMBER = re.compile(r"^\d+\. ")


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    return {**_this_year(dossier), **_last_year(dossier)}


def _this_year(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    rows = _rows(dossier)
    if not rows:
        return {}
    problems = [words for row in rows if (words := row.cells.get("problem", "").strip())]
    measures = [
        line for row in rows for line in row.cells.get("measures", "").splitlines() if line.strip()
    ]
    made = _made(dossier, "整改台账")
    return {
        "查摆问题条数": replace(made, lines=(str(len(problems)),)),
        "查摆问题": replace(made, lines=numbered(problems)),
        "整改措施条数": replace(made, lines=(str(len(measures)),)),
        "整改措施": replace(made, lines=numbered(_without_number(each) for each in measures)),
    }


def _last_year(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    previous = dossier.previous
    rows = _rows(previous) if previous else []
    if previous is None or not rows:
        return {}
    closed = [row for row in rows if row.state == RowState.CLOSED.value]
    left = [
        f"{row.cells.get('problem', '').strip().rstrip(ENDS)}（{row.state or '没有登记状态'}）"
        for row in rows
        if row.state != RowState.CLOSED.value
    ]
    made = _made(previous, f"上年度台账：{previous.name}")
    return {
        "上年整改条数": replace(made, lines=(str(len(rows)),)),
        "上年已销号条数": replace(made, lines=(str(len(closed)),)),
        "上年未完成": replace(made, lines=numbered(left) or ("无。",)),
    }


def _rows(dossier: Dossier) -> list[LedgerRow]:
    return list(dossier.batch.ledger_rows.filter(is_removed=False)) if dossier.batch else []


def _made(dossier: Dossier, source: str) -> api.PaperFact:
    """A fact without words yet, whose rows stand in the ledger of a dossier."""
    return api.PaperFact((), source, reverse("desk:ledger", kwargs={"batch": dossier.batch_id}))


def _without_number(line: str) -> str:
    """A measure without the number that it has in its cell: several stand there."""
    return NUMBER.sub("", line.strip())
