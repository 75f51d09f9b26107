"""Opinions are answered: linked to a problem of a statement or replied to; replies are published together."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.audit.actions import record
from duizhao.web.desk.models import DeskFile
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.models import ReceivedOpinion, Satisfaction

TAKEN_UP = "已采纳：列入对照检查查摆的问题，会后整改。"
"""What is read of a link: the problem itself stands in a statement, which is not public."""


class OpinionOvertaken(Exception):
    """Somebody else has changed the opinion since its version was read. `opinion` is as it is now."""

    def __init__(self, opinion: ReceivedOpinion) -> None:
        super().__init__(opinion.pk)
        self.opinion = opinion


@transaction.atomic
def link_to_problem(
    *, opinion: ReceivedOpinion, version: int, by: Any, file: DeskFile | None, problem: str
) -> None:
    """Link an opinion to a problem of a statement; to none with an empty problem. Raises OpinionOvertaken."""
    _change(opinion, version, file=file, problem=problem)
    record(actor=by, act="opinions.link", kind="opinion", key=opinion.pk)


@transaction.atomic
def draft_reply(*, opinion: ReceivedOpinion, version: int, by: Any, reply: str) -> None:
    """Draft a reply, which nobody outside sees before it is published. Raises OpinionOvertaken."""
    _change(opinion, version, reply=reply)
    record(actor=by, act="opinions.reply", kind="opinion", key=opinion.pk)


@transaction.atomic
def publish_replies(*, dossier: Dossier, by: Any) -> int:
    """Let those who gave opinions read all replies that are drafted. Returns how many are new."""
    refuse_closed(dossier)
    today, changed = timezone.localdate(), 0
    for opinion in dossier.opinions.exclude(problem="", reply=""):
        said = opinion.reply or TAKEN_UP
        if said == opinion.published:
            continue
        changed += ReceivedOpinion.objects.filter(pk=opinion.pk, version=opinion.version).update(
            published=said,
            published_on=today,
            satisfaction=Satisfaction.UNSAID,
            version=opinion.version + 1,
        )
    record(actor=by, act="opinions.publish", kind="dossier", key=dossier.pk)
    return changed


def say_whether_content(*, opinion: ReceivedOpinion, satisfaction: str) -> None:
    """Whoever gave an opinion says whether the reply contents them: without a trace of who or when."""
    same = ReceivedOpinion.objects.filter(pk=opinion.pk, dossier__closed_at=None)
    same.exclude(published="").update(satisfaction=satisfaction)


def _change(opinion: ReceivedOpinion, version: int, **fields: Any) -> None:
    refuse_closed(opinion.dossier)
    same = ReceivedOpinion.objects.filter(pk=opinion.pk, version=version)
    if not same.update(**fields, version=version + 1):
        raise OpinionOvertaken(ReceivedOpinion.objects.get(pk=opinion.pk))
