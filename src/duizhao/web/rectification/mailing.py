"""Sends reminders by mail: to each person one mail with all that is due, and nothing twice.

Before a mail goes, what it reminds of is noted as being sent. Whoever is interrupted in between leaves that note, and
it is not sent again: rather none than two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from smtplib import SMTPAuthenticationError, SMTPConnectError, SMTPException, SMTPServerDisconnected
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from duizhao.process import Addressee, NearDays
from duizhao.web.audit.actions import record
from duizhao.web.mail_server import MailServer
from duizhao.web.rectification.mail_words import body, subject
from duizhao.web.rectification.models import MailAddress, MailState, ReminderChoice, SentReminder
from duizhao.web.rectification.models.reminder import FAULT_CHARACTERS
from duizhao.web.rectification.reminders import (
    RowReminder,
    by_member,
    dated_rows,
    row_reminders,
)
from duizhao.web.rectification.stale_people import match_stale
from duizhao.web.roster.models import StaffMember

NO_SERVER = (SMTPConnectError, SMTPAuthenticationError, SMTPServerDisconnected)
"""Faults of the server and not of one mail: nothing else is tried."""
Items = Sequence[tuple[RowReminder, Addressee]]


@dataclass(frozen=True, slots=True)
class ClockActor:
    """Stands in the audit for what is done at a time of day and by nobody."""

    signature: str = "（定时）"


@dataclass(slots=True)
class MailRun:
    """How many mails went, how many did not and why, and who has no address.

    `is_given_up` once the server is not to be reached.
    """

    sent: int = 0
    failed: int = 0
    is_given_up: bool = False
    faults: list[str] = field(default_factory=list)
    without: dict[str, None] = field(default_factory=dict)


def send_all(server: MailServer, today: date, days: NearDays) -> MailRun:
    """Send what is due in all units that want it."""
    run = MailRun()
    for choice in ReminderChoice.objects.filter(is_mailed=True).select_related("unit"):
        if not run.is_given_up:
            send_of_unit(choice, server, today, days, by=ClockActor(), run=run)
    return run


def send_of_unit(
    choice: ReminderChoice,
    server: MailServer,
    today: date,
    days: NearDays,
    *,
    by: Any,
    run: MailRun | None = None,
) -> MailRun:
    """Send what is due in a unit to those who have an address and were not sent it yet."""
    done = run or MailRun()
    match_stale(dated_rows(choice.unit))
    reminders = row_reminders(choice.unit, today, days, choice.every_days)
    addresses = dict(
        MailAddress.objects.filter(member__unit=choice.unit).values_list("member", "address")
    )
    before = done.sent
    for member, items in by_member(reminders):
        if done.is_given_up:
            break
        if member.pk not in addresses:
            done.without[member.name] = None
        elif claimed := _claim(member, items):
            _send(server, choice, member, addresses[member.pk], claimed, done)
    if done.sent > before:
        record(actor=by, act="rectification.remind", kind="unit", key=choice.unit_id)
    return done


@transaction.atomic
def _claim(member: StaffMember, items: Items) -> list[tuple[RowReminder, Addressee, str]]:
    """Note that these reminders are being sent to somebody. Returns those that nobody else sends or has sent."""
    notes = [SentReminder(row=each.row, member=member, reminder=each.due.key) for each, _ in items]
    SentReminder.objects.bulk_create(notes, ignore_conflicts=True)
    known = {
        (note.row_id, note.reminder): note
        for note in SentReminder.objects.filter(
            member=member, row__in=[each.row for each, _ in items]
        )
    }
    ours = {note.pk for note in notes}
    claimed = []
    for each, addressee in items:
        note = known[each.row.pk, each.due.key]
        failed = SentReminder.objects.filter(pk=note.pk, state=MailState.FAILED)
        if note.pk in ours or (
            note.state == MailState.FAILED and failed.update(state=MailState.SENDING)
        ):
            claimed.append((each, addressee, note.pk))
    return claimed


def _send(
    server: MailServer,
    choice: ReminderChoice,
    member: StaffMember,
    address: str,
    claimed: Sequence[tuple[RowReminder, Addressee, str]],
    done: MailRun,
) -> None:
    items = [(each, addressee) for each, addressee, _ in claimed]
    notes = SentReminder.objects.filter(pk__in=[key for *_, key in claimed])
    link = f"{server.site}{reverse('rectification:mine')}" if server.site else ""
    message = EmailMessage(
        subject(items),
        body(member, items, link, shows_problem=choice.shows_problem),
        server.sender,
        [address],
        connection=server.connection(),
        # Of our own: whoever gets a mail twice can tell, and no name of this computer is looked up.
        headers={"Message-ID": f"<{claimed[0][2]}@duizhao>", "Auto-Submitted": "auto-generated"},
    )
    try:
        message.send()
    except OSError as fault:
        # Of these SMTPException is one.
        done.is_given_up = isinstance(fault, NO_SERVER) or not isinstance(fault, SMTPException)
        why = f"{type(fault).__name__}: {fault}"[:FAULT_CHARACTERS]
        notes.update(state=MailState.FAILED, fault=why)
        done.failed += 1
        done.faults.append(f"{member.name}：{why}")
    else:
        notes.update(state=MailState.SENT, fault="")
        done.sent += 1
