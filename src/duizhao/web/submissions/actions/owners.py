"""Whose statement a file is; what of it reviewers see."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.desk.actions import remove_files
from duizhao.web.desk.models import DeskFile, ReadStatus
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.refused_act import RefusedAct
from duizhao.web.submissions.actions.state import change_state
from duizhao.web.submissions.models import HandIn, Submission, SubmissionState


@transaction.atomic
def bind(*, dossier: Dossier, file: DeskFile, attendee: Attendee | None, by: Any) -> Submission:
    """Make a file the statement of somebody, or of the team. Raises RefusedAct where there is one already."""
    refuse_closed(dossier)
    owned = Submission.objects.filter(dossier=dossier, attendee=attendee)
    if owned.exists() or Submission.objects.filter(file=file).exists():
        raise RefusedAct("这份材料或者这个人刚才已经对上了，请看过再对")
    made = Submission.objects.create(dossier=dossier, attendee=attendee, file=file)
    record(actor=by, act="submissions.bind", kind="submission", key=made.key)
    return made


@transaction.atomic
def renew(*, submission: Submission, dropped: DeskFile, by: Any) -> None:
    """Note that a dropped file is now a version of a statement: the file itself is taken out of the batch."""
    refuse_closed(submission.dossier)
    remove_files(files=DeskFile.objects.filter(pk=dropped.pk))
    record(actor=by, act="submissions.renew", kind="submission", key=submission.key)


@transaction.atomic
def take_from(*, submission: Submission, by: Any) -> None:
    """Make a file nobody's statement. Raises RefusedAct where reviewers have commented on it."""
    refuse_closed(submission.dossier)
    if submission.decisions.exists() or submission.comments.exists():
        raise RefusedAct(
            f"{submission.who}的材料已经有审核意见，不能取下；有新的一稿就放进来，接在后面"
        )
    key = submission.key
    submission.delete()
    record(actor=by, act="submissions.take_from", kind="submission", key=key)


@transaction.atomic
def hand_in(*, submission: Submission, number: int, seen: int, by: Any) -> None:
    """Let reviewers see a version, the last one. Raises RefusedAct, also where it is the one that they have."""
    refuse_closed(submission.dossier)
    file = submission.file
    last = file.versions.last()
    if last.number != number:
        raise RefusedAct(f"现在已经是第 {last.number} 稿了，请看过再送审")
    if file.status == ReadStatus.REFUSED:
        raise RefusedAct(f"这一稿读不了：{file.reason}")
    if submission.handed_in == number:
        raise RefusedAct(f"第 {number} 稿已经送审过了；改好以后再送下一稿")
    change_state(submission, seen, state=SubmissionState.HANDED_IN, handed_in=number)
    facts = file.facts if file.status == ReadStatus.READ else {}
    HandIn.objects.create(submission=submission, number=number, facts=facts, by=by)
    record(actor=by, act="submissions.hand_in", kind="submission", key=submission.key)
