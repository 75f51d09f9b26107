"""What the worker does for the rectification at a time of day. A job may be done twice."""

from __future__ import annotations

import logging
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from duizhao.errors import DuizhaoError
from duizhao.web.mail_server import mail_server

LOG = logging.getLogger("duizhao.jobs")
AT = time(8, 0)
"""When people come in: then what is due that day goes out."""


@task()
def remind() -> None:
    """Send what is due today, and be called again tomorrow."""
    # Imported here: who only enqueues a job does not wait for what it needs.
    from duizhao.web.desk.ledger_queries import near_days
    from duizhao.web.rectification.mailing import send_all

    try:
        if server := mail_server(settings.DATA_FOLDER):
            send_all(server, timezone.localdate(), near_days())
    finally:
        _call_again()


def settle() -> None:
    """Let the worker send what is due, now and each day, where a mail server is named. Called where a worker starts."""
    try:
        if mail_server(settings.DATA_FOLDER) is None:
            return
    except DuizhaoError:
        LOG.exception("the mail server is not known")
        return
    _waiting().delete()
    remind.enqueue()


def plan_anew() -> None:
    """Bring forward what a clock that was ahead has put off. Called now and then while a worker works."""
    if _waiting().filter(run_after__gt=next_call(timezone.localtime())).exists():
        settle()


def _call_again() -> None:
    if not _waiting().exists():
        remind.using(run_after=next_call(timezone.localtime())).enqueue()


def _waiting() -> QuerySet[DBTaskResult]:
    """The reminders that are planned: one, or none."""
    return DBTaskResult.objects.filter(task_path=remind.module_path, status=TaskResultStatus.READY)


def next_call(now: datetime) -> datetime:
    """The next time of day at which reminders go out."""
    at = now.replace(hour=AT.hour, minute=AT.minute, second=0, microsecond=0)
    return at if at > now else at + timedelta(days=1)


@task()
def find_recurrences(key: str) -> None:
    """Compare a ledger with those of earlier years."""
    from duizhao.web.desk.models import Batch
    from duizhao.web.rectification.recurrence_search import search

    if batch := Batch.objects.filter(pk=key).first():
        search(batch)


def enqueue_search(key: str) -> None:
    """Let the worker compare a ledger with those of earlier years, once."""
    waiting = DBTaskResult.objects.filter(
        task_path=find_recurrences.module_path, status=TaskResultStatus.READY
    )
    if not any(each["args"] == [key] for each in waiting.values_list("args_kwargs", flat=True)):
        find_recurrences.enqueue(key)
