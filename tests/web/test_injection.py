"""What people have typed stays words: in a cell of a workbook, in the head of a mail, in a page."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.apps import apps
from django.db.models import CharField, TextField
from django.test import Client
from django.urls import reverse
from people import People, logged_in
from test_access import ALL
from whole_dossier import whole_dossier

from duizhao.web.accounts.models import Grant, Unit
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.person_role import WORKERS
from duizhao.web.rectification.reminder_forms import typed_addresses
from duizhao.web.roster.models import StaffMember

FORMULA = "=cmd|' /C calc'!A0"
MARKUP = "<img src=x onerror=alert(1)>"
TYPED = (
    "name",
    "duty",
    "words",
    "text",
    "theme",
    "about_name",
    "scope",
    "place",
    "problem",
    "summary",
    "reason",
)
NOT_TYPED = ("auth", "accounts", "audit", "contenttypes", "django_tasks_database")


@pytest.fixture
def worker(people: People) -> Client:
    for role in WORKERS:
        Grant.objects.get_or_create(person=people.zhang, role=role, unit=people.zhang.unit)
    whole_dossier(people.zhang, is_closed=False)
    return logged_in(people.zhang)


def typed_everywhere(words: str) -> None:
    """As if somebody had typed these words wherever there is room for words."""
    for model in apps.get_models():
        fields = [
            each.name
            for each in model._meta.concrete_fields
            if each.name in TYPED
            and isinstance(each, CharField | TextField)
            and not (each.unique or each.choices)
        ]
        if fields and model._meta.app_label not in NOT_TYPED:
            model.objects.update(**dict.fromkeys(fields, words))
    Unit.objects.filter(pk=Dossier.objects.get().unit_id).update(name=words)
    for row in LedgerRow.objects.all():
        row.cells |= {"problem": words, "measure": words, "owner": words, "progress": words}
        row.save()


def pages() -> list[str]:
    dossier = Dossier.objects.get()
    objects = {"dossier": dossier.pk, "batch": dossier.batch_id, "unit": dossier.unit_id}
    made = []
    for name, each in ALL.items():
        kinds = each.pattern.converters
        if all(kind in objects for kind in kinds):
            made.append(reverse(name, kwargs={kind: objects[kind] for kind in kinds}))
    return made


def test_no_workbook_has_a_formula_that_somebody_typed(worker: Client) -> None:
    typed_everywhere(FORMULA)
    seen = 0
    for address in pages():
        for answer in (worker.get(address), worker.post(address)):
            if "spreadsheetml" not in answer.get("Content-Type", ""):
                continue
            for sheet in openpyxl.load_workbook(io.BytesIO(answer.content)):
                for cell in (cell for row in sheet for cell in row if cell.value):
                    seen += FORMULA in str(cell.value)
                    assert cell.data_type != "f" or FORMULA not in str(cell.value), address
    assert seen > 10


def test_no_page_has_markup_that_somebody_typed(worker: Client) -> None:
    typed_everywhere(MARKUP)
    seen = 0
    for address in pages():
        answer = worker.get(address)
        if not answer.streaming and answer.get("Content-Type", "").startswith("text/html"):
            text = answer.content.decode()
            seen += "&lt;img src=x" in text
            assert "<img src=x" not in text, address
    assert seen > 10


@pytest.mark.parametrize(
    "typed",
    ["a@b.cn\nBcc: x@y.cn", "a@b.cn\r\n\r\nwords", "a@b.cn, c@d.cn", "a@b.cn; c@d.cn", "甲 <a@b.cn>", "a@b"],
)  # fmt: skip
def test_mail_goes_to_one_address_and_has_no_head_of_somebodys_own(
    typed: str, people: People
) -> None:
    member = StaffMember.objects.create(unit=people.li.unit, name="李四")
    assert typed_addresses([member], {f"address-{member.pk}": typed}) == ({}, ["李四"])
