"""Reminders of a unit: what is due today, who is reminded by which way, what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.accounts.models import Unit
from duizhao.web.attachment import attachment
from duizhao.web.desk.ledger_queries import near_days
from duizhao.web.mail_server import mail_server
from duizhao.web.rectification import mailing
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.actions.reminders import choose_reminders, keep_addresses
from duizhao.web.rectification.models import MailAddress, SentReminder
from duizhao.web.rectification.places import places
from duizhao.web.rectification.reminder_forms import ReminderChoiceForm, typed_addresses
from duizhao.web.rectification.reminders import (
    RowReminder,
    choice_of,
    dated_rows,
    row_reminders,
)
from duizhao.web.rectification.stale_people import match_stale
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.status_codes import UNPROCESSABLE

HEADS = ("提醒谁", "作为", "邮箱", "编号", "问题", "截止日期", "时限", "状态", "已发邮件")
SHOWN_SENT, SHOWN_DUE = 30, 80


@require_safe
@guarded(TABLE, "reminders")
def reminders(request: HttpRequest) -> HttpResponse:
    return _page(request, _chosen_unit(request))


@require_safe
@guarded(TABLE, "reminders_out")
def reminders_out(request: HttpRequest) -> HttpResponse:
    """A line for each row and each person to be reminded of it, for whoever calls them up."""
    unit = _chosen_unit(request)
    due, addresses, sent = _due(unit), _addresses(unit), _sent_keys(unit)
    rows = [
        (
            member.name,
            addressee.value,
            addresses.get(member.pk, ""),
            each.row.id_in_ledger,
            each.row.cells.get("problem") or each.row.cells.get("measures", ""),
            each.due.day,
            each.due.urgency.value,
            each.row.state,
            "是" if (each.row.pk, member.pk, each.due.key) in sent else "",
        )
        for each in due
        for member, addressee in each.people
    ]
    return attachment(api.render_list("提醒", HEADS, rows), "整改提醒名单.xlsx")


@require_POST
@guarded(TABLE, "choose_reminders")
def choose(request: HttpRequest, unit: int) -> HttpResponse:
    found = get_object_or_404(_units(request, "choose_reminders"), pk=unit)
    form = ReminderChoiceForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form=form, status=UNPROCESSABLE)
    choose_reminders(unit=found, by=request.user, **form.cleaned_data)
    return redirect(_address(found))


@require_POST
@guarded(TABLE, "keep_addresses")
def addresses(request: HttpRequest, unit: int) -> HttpResponse:
    found = get_object_or_404(_units(request, "keep_addresses"), pk=unit)
    typed, wrong = typed_addresses(_staff(found), request.POST)
    if wrong:
        fault = f"邮箱写得不对，都没有保存：{'、'.join(wrong)}"
        return _page(request, found, fault=fault, typed=request.POST, status=UNPROCESSABLE)
    keep_addresses(unit=found, by=request.user, addresses=typed)
    return redirect(_address(found))


@require_POST
@guarded(TABLE, "send_reminders")
def send(request: HttpRequest, unit: int) -> HttpResponse:
    """Send at once what is due today and was not sent."""
    found = get_object_or_404(_units(request, "send_reminders"), pk=unit)
    server, choice = mail_server(settings.DATA_FOLDER), choice_of(found)
    if server is None or not choice.is_mailed:
        raise RefusedAct("没有设邮件服务器，或者本单位没有选“到时候发邮件”")
    today = timezone.localdate()
    run = mailing.send_of_unit(choice, server, today, near_days(), by=request.user)
    return _page(request, found, run=run)


def _page(
    request: HttpRequest, unit: Unit | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    shown: dict[str, Any] = {
        "places": places(request),
        "units": list(_units(request, "reminders")),
        "unit": unit,
        "days": near_days(),
    }
    if unit:
        choice, due = choice_of(unit), _due(unit)
        known = _addresses(unit)
        typed = more.pop("typed", {})
        shown |= {
            "has_server": mail_server(settings.DATA_FOLDER) is not None,
            "choice": choice,
            "form": ReminderChoiceForm(initial=vars(choice)),
            "due": _marked(due[:SHOWN_DUE], known, _sent_keys(unit)),
            "left_out": max(0, len(due) - SHOWN_DUE),
            "sent": _sent(unit)[:SHOWN_SENT],
            "staff": [
                (each, typed.get(f"address-{each.pk}", known.get(each.pk, "")))
                for each in _staff(unit)
            ],
            **more,
        }
    return render(request, "rectification/reminders.html", shown, status=status)


def _marked(
    due: Iterable[RowReminder],
    known: dict[str, str],
    sent: set[tuple[str, str, str]],
) -> list[dict[str, Any]]:
    """What is due, with how each of the people is reached."""
    return [
        {
            "row": each.row,
            "due": each.due,
            "missing": each.missing,
            "people": [
                {
                    "member": member,
                    "words": addressee.value,
                    "has_address": member.pk in known,
                    "is_sent": (each.row.pk, member.pk, each.due.key) in sent,
                }
                for member, addressee in each.people
            ],
        }
        for each in due
    ]


def _due(unit: Unit | None) -> list[RowReminder]:
    if unit is None:
        return []
    match_stale(dated_rows(unit))
    return row_reminders(unit, timezone.localdate(), near_days(), choice_of(unit).every_days)


def _units(request: HttpRequest, act: str) -> Any:
    return TABLE.limit(act, request.user, Unit.objects.order_by("pk"))


def _chosen_unit(request: HttpRequest) -> Unit | None:
    """The unit that the address names; else the first that has deadlines."""
    units = _units(request, "reminders")
    key = request.GET.get("unit", "")
    if key.isdecimal():
        return get_object_or_404(units, pk=key)
    dated = units.filter(dossiers__closed_at=None, dossiers__batch__ledger_rows__day__isnull=False)
    return dated.first() or units.first()


def _address(unit: Unit) -> str:
    return f"{reverse('rectification:reminders')}?unit={unit.pk}"


def _staff(unit: Unit) -> Any:
    return StaffMember.objects.filter(unit=unit, left_on=None).order_by("position", "name")


def _addresses(unit: Unit | None) -> dict[str, str]:
    known = MailAddress.objects.filter(member__unit=unit)
    return dict(known.values_list("member", "address"))


def _sent(unit: Unit | None) -> Any:
    known = SentReminder.objects.filter(member__unit=unit)
    return known.select_related("member", "row")


def _sent_keys(unit: Unit | None) -> set[tuple[str, str, str]]:
    return set(_sent(unit).filter(state="sent").values_list("row", "member", "reminder"))
