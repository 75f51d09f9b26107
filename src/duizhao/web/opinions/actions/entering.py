"""Opinions that came on paper, in a workbook or by word of mouth: typed in, mended, removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.refused_act import RefusedAct

FROM_CODE = "凭码提的意见保留原话，不能改，也不能删"


@dataclass(frozen=True, slots=True)
class TypedOpinion:
    """An opinion as somebody typed it in; `about` is None for one on the team."""

    words: str
    about: Attendee | None = None


@transaction.atomic
def enter_opinions(
    *, dossier: Dossier, by: Any, origin: str, scope: str, typed: Sequence[TypedOpinion]
) -> int:
    """Add opinions that came in one way from one scope. Returns how many."""
    refuse_closed(dossier)
    made = [
        ReceivedOpinion(
            dossier=dossier,
            origin=origin,
            scope=scope,
            about=each.about,
            about_name=each.about.name if each.about else "",
            words=each.words,
        )
        for each in typed
    ]
    ReceivedOpinion.objects.bulk_create(made)
    record(actor=by, act="opinions.enter", kind="dossier", key=dossier.pk)
    return len(made)


@transaction.atomic
def mend_opinion(*, opinion: ReceivedOpinion, by: Any, words: str) -> None:
    """Mend what was mistyped."""
    _refuse(opinion)
    same = ReceivedOpinion.objects.filter(pk=opinion.pk)
    same.update(words=words, version=opinion.version + 1)
    record(actor=by, act="opinions.mend", kind="opinion", key=opinion.pk)


@transaction.atomic
def remove_opinion(*, opinion: ReceivedOpinion, by: Any) -> None:
    """Remove what was typed in by mistake."""
    _refuse(opinion)
    key = opinion.pk
    opinion.delete()
    record(actor=by, act="opinions.remove", kind="opinion", key=key)


def _refuse(opinion: ReceivedOpinion) -> None:
    refuse_closed(opinion.dossier)
    if not opinion.is_typed_in:
        raise RefusedAct(FROM_CODE)
