"""What changes in announcements. Each action is one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.announcements import queries
from duizhao.web.announcements.announced_rows import TEXTS, texts_of, why_not
from duizhao.web.announcements.models import Announcement
from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.actions import begin_round
from duizhao.web.opinions.models import OpinionRound
from duizhao.web.refused_act import RefusedAct

SHOWN_DAYS = 14
CHOICES = ("满意", "基本满意", "不满意")
OVERALL = "整改工作总体上"
MAX_ASKED_ROWS, QUESTION_CHARACTERS = 7, 60
USUAL_FOREWORD = "现将{meeting}查摆问题的整改情况通报如下。"


class AnnouncementOvertaken(Exception):
    """Somebody else has changed the announcement since its version was read. `announcement` is as it is now."""

    def __init__(self, announcement: Announcement) -> None:
        super().__init__(announcement.key)
        self.announcement = announcement


@transaction.atomic
def begin_announcement(*, dossier: Dossier, by: Any, keys: Sequence[str]) -> Announcement:
    """A draft of chosen rows of the ledger, for the team and two weeks. Raises RefusedAct."""
    refuse_closed(dossier)
    chosen = [each for each in queries.ledger_rows(dossier) if each.key in keys]
    rows = [{"row": each.key, **texts_of(each)} for each in chosen if not why_not(each)]
    if not rows:
        raise RefusedAct("请至少选一行能通报的")
    today = timezone.localdate()
    made = Announcement.objects.create(
        dossier=dossier,
        title=f"{dossier.name}整改情况通报",
        foreword=USUAL_FOREWORD.format(meeting=dossier.name),
        rows=rows,
        starts_on=today,
        ends_on=today + timedelta(days=SHOWN_DAYS),
    )
    _note(made, by, "begin")
    return made


@transaction.atomic
def change_announcement(
    *,
    announcement: Announcement,
    version: int,
    by: Any,
    title: str,
    foreword: str,
    scope: str,
    starts_on: date,
    ends_on: date,
    rows: Sequence[Mapping[str, str]],
) -> None:
    """Change what is announced, to whom and until when. Raises RefusedAct and AnnouncementOvertaken.

    `rows` are the texts of the rows that stay, each with its `row`.
    """
    now = _locked(announcement)
    if now.version != version:
        raise AnnouncementOvertaken(now)
    known = {each["row"] for each in now.rows}
    now.title, now.foreword, now.scope = title, foreword, scope
    now.starts_on, now.ends_on = starts_on, ends_on
    now.rows = [
        {"row": each["row"], **{key: each.get(key, "") for key in TEXTS}}
        for each in rows
        if each["row"] in known
    ]
    if not now.rows:
        raise RefusedAct("通报里一行也没有了；不要了的，请删掉这份通报")
    if now.published_on is not None:
        _refuse_hidden(now)
    now.version += 1
    now.save()
    _note(now, by, "edit")


@transaction.atomic
def publish(*, announcement: Announcement, by: Any) -> None:
    """Show an announcement to its scope, from its first day to its last. Raises RefusedAct."""
    now = _locked(announcement)
    if now.ends_on < timezone.localdate():
        raise RefusedAct("通报的时间已经过了，请先改“到哪天止”")
    _refuse_hidden(now)
    now.published_on, now.version = timezone.localdate(), now.version + 1
    now.save(update_fields=["published_on", "version"])
    _note(now, by, "publish")


@transaction.atomic
def withdraw(*, announcement: Announcement, by: Any) -> None:
    """Show an announcement to nobody any more; a new link is made if it is published again."""
    now = _locked(announcement)
    now.published_on, now.version = None, now.version + 1
    now.token = Announcement._meta.get_field("token").get_default()
    now.save(update_fields=["published_on", "version", "token"])
    _note(now, by, "withdraw")


@transaction.atomic
def remove_announcement(*, announcement: Announcement, by: Any) -> None:
    """Remove an announcement that is not shown. Raises RefusedAct."""
    now = _locked(announcement)
    if now.published_on is not None:
        raise RefusedAct("正在通报的先撤下，再删")
    key = now.key
    now.delete()
    record(actor=by, act="announcements.remove", kind="announcement", key=key)


@transaction.atomic
def begin_survey(*, announcement: Announcement, by: Any) -> OpinionRound:
    """Ask those who gave opinions whether the results content them, by codes that are good once. Raises RefusedAct."""
    now = _locked(announcement)
    if now.survey is not None:
        raise RefusedAct("这份通报已经在测评")
    problems = [first_sentence(each["problem"]) for each in now.rows[:MAX_ASKED_ROWS]]
    now.survey = begin_round(
        dossier=now.dossier,
        by=by,
        name="整改结果满意度测评",
        questions=list(dict.fromkeys((OVERALL, *filter(None, problems)))),
        scopes=queries.asked_scopes(now.dossier),
        asks_about_people=False,
        choices=CHOICES,
    )
    now.save(update_fields=["survey"])
    _note(now, by, "begin_survey")
    return now.survey


def first_sentence(problem: str) -> str:
    """A problem in few words, as it is asked about."""
    words = " ".join(problem.split()).partition("。")[0]
    return words if len(words) <= QUESTION_CHARACTERS else f"{words[:QUESTION_CHARACTERS]}……"


def _locked(announcement: Announcement) -> Announcement:
    held = Announcement.objects.select_for_update(of=("self",)).select_related("dossier")
    found = held.filter(pk=announcement.pk).first()
    if found is None:
        raise RefusedAct("这份通报已经删掉")
    refuse_closed(found.dossier)
    return found


def _refuse_hidden(announcement: Announcement) -> None:
    """Refuse rows that the ledger, as it is now, does not allow in this scope."""
    known = {each.key: each for each in queries.ledger_rows(announcement.dossier)}
    reasons = [
        f"第 {number} 行：{said}"
        for number, each in enumerate(announcement.rows, 1)
        if (row := known.get(each["row"])) and (said := why_not(row, announcement.scope))
    ]
    if reasons:
        raise RefusedAct("；".join(reasons))


def _note(announcement: Announcement, by: Any, act: str) -> None:
    record(actor=by, act=f"announcements.{act}", kind="announcement", key=announcement.pk)
