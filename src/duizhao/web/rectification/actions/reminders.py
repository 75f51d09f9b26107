"""What a unit wants of reminders, and where its people get mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from duizhao.web.accounts.models import Unit
from duizhao.web.audit.actions import record
from duizhao.web.rectification.models import MailAddress, ReminderChoice


@transaction.atomic
def choose_reminders(
    *, unit: Unit, by: Any, is_mailed: bool, shows_problem: bool, every_days: int
) -> ReminderChoice:
    """Say whether a unit wants mails, how often, and with which words."""
    wanted = {"is_mailed": is_mailed, "shows_problem": shows_problem, "every_days": every_days}
    made, _ = ReminderChoice.objects.update_or_create(unit=unit, defaults=wanted)
    record(actor=by, act="rectification.choose_reminders", kind="unit", key=unit.pk)
    return made


@transaction.atomic
def keep_addresses(*, unit: Unit, by: Any, addresses: Mapping[str, str]) -> None:
    """Keep where people of a unit get mail, by member; an empty one removes the address."""
    for member, address in addresses.items():
        if address:
            MailAddress.objects.update_or_create(member_id=member, defaults={"address": address})
        else:
            MailAddress.objects.filter(member=member).delete()
    record(actor=by, act="rectification.keep_addresses", kind="unit", key=unit.pk)
