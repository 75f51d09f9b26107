"""Statements received: files that somebody has matched to people, or that authors hand over or begin themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from duizhao import api
from duizhao.web.desk.actions import Overtaken
from duizhao.web.desk.models import DeskFile
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.refused_act import RefusedAct
from duizhao.web.stored_files import load
from duizhao.web.submissions import actions, queries
from duizhao.web.submissions.models import TEAM, Submission

BEGUN = "个人对照检查材料"
"""What stands in a statement that its author begins in the page: its title, nothing else."""


@dataclass(frozen=True, slots=True)
class WaysIn:
    """How the desk takes a file and a version of one, and reads it: given by the view."""

    take: Callable[..., DeskFile]
    take_version: Callable[..., None]


@dataclass(frozen=True, slots=True)
class Received:
    """How many files became statements, and what was not done, with the reasons."""

    count: int
    faults: tuple[str, ...]


def take_matched(
    dossier: Dossier, owners: Mapping[str, str], ways: WaysIn, *, by: Any, hands_in: bool
) -> Received:
    """Make files the statements of those that a person has chosen, by their keys; `TEAM` for the team.

    Of somebody who has one already, a file is the next version.
    """
    refuse_closed(dossier)
    files = {file.key: file for file in queries.unmatched(dossier)}
    attendees = {each.key: each for each in queries.answerable(dossier)}
    count, faults = 0, []
    for key, owner in owners.items():
        if key not in files or not (owner == TEAM or owner in attendees):
            continue
        try:
            _take(dossier, files[key], attendees.get(owner), ways, by=by, hands_in=hands_in)
        except (RefusedAct, api.DuizhaoError) as fault:
            faults.append(f"{files[key].name}：{fault}")
        else:
            count += 1
    return Received(count, tuple(faults))


def _take(
    dossier: Dossier,
    file: DeskFile,
    attendee: Attendee | None,
    ways: WaysIn,
    *,
    by: Any,
    hands_in: bool,
) -> None:
    owned = Submission.objects.filter(dossier=dossier, attendee=attendee).first()
    if owned is None:
        owned = actions.bind(dossier=dossier, file=file, attendee=attendee, by=by)
    else:
        renew_from(owned, file, ways, by=by)
    if hands_in:
        hand_in_last(owned, by=by)


def renew_from(submission: Submission, dropped: DeskFile, ways: WaysIn, *, by: Any) -> None:
    """Make a dropped file the next version of a statement. Raises RefusedAct, DuizhaoError."""
    data = load(dropped.versions.last().content)
    put_version(submission, dropped.name, data, ways, by)
    actions.renew(submission=submission, dropped=dropped, by=by)


def put_version(submission: Submission, name: str, data: bytes, ways: WaysIn, by: Any) -> None:
    """Put in the next version of a statement. Raises RefusedAct, DuizhaoError."""
    last = submission.file.versions.last().number
    try:
        ways.take_version(file=submission.file, after=last, name=name, data=data, by=by)
    except Overtaken:
        raise RefusedAct("这份材料刚才有人改过，请看过再放") from None
    submission.file.refresh_from_db()


def receive(
    dossier: Dossier, attendee: Attendee, name: str, data: bytes, ways: WaysIn, *, by: Any
) -> Submission:
    """A statement that its author hands over: the first, or the next version. Raises RefusedAct, DuizhaoError."""
    refuse_closed(dossier)
    owned = Submission.objects.filter(attendee=attendee).select_related("file__batch").first()
    if owned is not None:
        put_version(owned, name, data, ways, by)
        return owned
    if dossier.batch is None:
        raise RefusedAct("这次会议的材料已经清空，请经办人处理")
    file = ways.take(batch=dossier.batch, name=name, data=data, by=by)
    return actions.bind(dossier=dossier, file=file, attendee=attendee, by=by)


def begin(dossier: Dossier, attendee: Attendee, ways: WaysIn, *, by: Any) -> Submission:
    """A statement to be written in the page; the one that is there already, if there is one."""
    owned = Submission.objects.filter(attendee=attendee).select_related("file__batch").first()
    if owned is not None:
        return owned
    return receive(dossier, attendee, f"{attendee.name}.txt", f"{BEGUN}\n\n".encode(), ways, by=by)


def hand_in_last(submission: Submission, *, by: Any) -> None:
    """Hand in the last version. Raises RefusedAct."""
    number = submission.file.versions.last().number
    actions.hand_in(submission=submission, number=number, seen=submission.version, by=by)
