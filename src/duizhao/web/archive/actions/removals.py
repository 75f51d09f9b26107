"""Dossiers that are kept long enough: proposed for removal, declined, removed for good."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from duizhao.web.archive.models import ProposedRemoval, RetentionPeriod
from duizhao.web.archive.retention import kept_dossier
from duizhao.web.audit.actions import record
from duizhao.web.database import compact, forget_journal
from duizhao.web.desk.actions.screenings import forget_screenings
from duizhao.web.desk.models import Batch, KeptScreening
from duizhao.web.meetings.belongings import contents_of
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.round_keys import destroy_round_key
from duizhao.web.refused_act import RefusedAct
from duizhao.web.stored_files import in_use, remove

OWN_PROPOSAL = "提出销毁和批准销毁要由两个人办"
WRONG_NAME = "填的名称和会议的名称不一样，没有销毁"


@transaction.atomic
def keep_periods(*, years: Mapping[str, int | None], by: Any) -> None:
    """Keep for how many years dossiers of each kind are kept; None keeps them for good."""
    for kind, count in years.items():
        if count is None:
            RetentionPeriod.objects.filter(kind=kind).delete()
        else:
            RetentionPeriod.objects.update_or_create(kind=kind, defaults={"years": count})
    record(actor=by, act="archive.keep_periods", kind="settings", key="retention")


@transaction.atomic
def propose_removal(*, dossier: Dossier, by: Any) -> None:
    """Ask somebody in another role to remove a dossier. Raises RefusedAct."""
    _refuse_not_due(dossier)
    _, is_new = ProposedRemoval.objects.get_or_create(dossier=dossier, defaults={"by": by})
    if is_new:
        record(actor=by, act="archive.propose", kind="dossier", key=dossier.key)


@transaction.atomic
def decline_removal(*, proposed: ProposedRemoval, by: Any) -> None:
    """Let a dossier stay: by whoever is asked, or by whoever has asked."""
    key = proposed.dossier_id
    proposed.delete()
    record(actor=by, act="archive.decline", kind="dossier", key=key)


def confirm_removal(*, proposed: ProposedRemoval, by: Any) -> bool:
    """Remove a dossier that somebody else has proposed. Raises RefusedAct. Returns as `_remove`."""
    if proposed.by_id == by.pk:
        raise RefusedAct(OWN_PROPOSAL)
    return _remove(proposed.dossier, by)


def remove_on_desk(*, dossier: Dossier, typed: str, by: Any) -> bool:
    """Remove a dossier where there is one person, who types its name. Raises RefusedAct. Returns as `_remove`."""
    if not settings.IS_DESK:
        raise RefusedAct(OWN_PROPOSAL)
    if typed.strip() != dossier.name.strip():
        raise RefusedAct(WRONG_NAME)
    return _remove(dossier, by)


def _remove(dossier: Dossier, by: Any) -> bool:
    """Remove a dossier with all that belongs to it. False where pages of the database could not be cleared yet."""
    _refuse_not_due(dossier)
    key, batch = dossier.key, dossier.batch_id
    with transaction.atomic():
        contents = contents_of(dossier)
        rounds = list(dossier.rounds.values_list("pk", flat=True))
        screenings = KeptScreening.objects.filter(Q(batch=batch) | Q(other=batch))
        contents |= set(forget_screenings(screenings))
        jobs = _jobs(dossier)
        dossier.delete()
        Batch.objects.filter(pk=batch).delete()
        jobs.delete()
        record(actor=by, act="archive.remove_dossier", kind="dossier", key=key)
    for each in rounds:
        destroy_round_key(each)
    for each in contents - in_use(contents):
        remove(each)
    forget_journal()
    return compact()


def _refuse_not_due(dossier: Dossier) -> None:
    found = kept_dossier(dossier)
    if not found.is_due:
        until = f"，到{found.due_on.year}年才满" if found.due_on else ""
        raise RefusedAct(f"“{dossier.name}”还没有到保管期限{until}，不能销毁")


def _jobs(dossier: Dossier) -> Any:
    """The jobs that were done for a dossier: they have the keys of its files."""
    batch = Batch.objects.filter(pk=dossier.batch_id)
    keys = {
        *dossier.archives.values_list("pk", flat=True),
        *dossier.rounds.values_list("pk", flat=True),
        *batch.values_list("files__pk", flat=True),
        *batch.values_list("outputs__pk", flat=True),
    }
    found = DBTaskResult.objects.values_list("pk", "args_kwargs")
    ours = [pk for pk, arguments in found if keys & set(map(str, arguments["args"]))]
    return DBTaskResult.objects.filter(pk__in=ours)
