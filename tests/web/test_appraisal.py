"""The appraisal of a branch: votes and grades as it decided them, never a ranking."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from dossiers import attends
from people import People, logged_in

from duizhao.web.audit.models import AuditEntry
from duizhao.web.meetings.actions import begin_dossier
from duizhao.web.meetings.models import AppraisalResult, Dossier


@pytest.fixture
def dossier(people: People) -> Dossier:
    given = {"kind": "branch-life-appraisal", "name": "机关一支部2026年度", "year": 2026}
    made = begin_dossier(unit=people.zhang.unit, by=people.zhang, **given)
    for person in (people.zhang, people.li):
        attends(made, person, "party_member")
    return made


def filled(dossier: Dossier, *grades: str, votes: str = "9") -> dict[str, str]:
    given = {"version": str(Dossier.objects.get(pk=dossier.pk).version)}
    for attendee, grade in zip(dossier.attendees.all(), grades, strict=True):
        given |= {f"excellent-{attendee.key}": votes, f"grade-{attendee.key}": grade}
    return given


def test_votes_and_grades_are_kept(browse: Client, dossier: Dossier) -> None:
    page = f"/meetings/{dossier.key}/appraisal/"
    browse.post(f"{page}edit", filled(dossier, "excellent", "qualified"))
    results = AppraisalResult.objects.order_by("grade").values_list("excellent", "grade", "basic")
    assert list(results) == [(9, "excellent", None), (9, "qualified", None)]
    assert AuditEntry.objects.filter(act="meetings.edit_appraisal").exists()


def test_too_many_excellent_only_remind(browse: Client, dossier: Dossier) -> None:
    page = f"/meetings/{dossier.key}/appraisal/"
    assert browse.post(f"{page}edit", filled(dossier, "excellent", "excellent")).status_code == 302
    shown = browse.get(page).content.decode()
    assert "评为优秀 2 人，超过 1/3" in shown
    assert "仅供参考" in shown


def test_votes_that_are_no_number_stay_to_be_corrected(browse: Client, dossier: Dossier) -> None:
    answer = browse.post(
        f"/meetings/{dossier.key}/appraisal/edit", filled(dossier, "", "", votes="九")
    )
    assert answer.status_code == 422
    assert 'value="九"' in answer.content.decode()
    assert not AppraisalResult.objects.exists()


def test_people_stand_as_on_the_roster_whatever_their_grades(
    browse: Client, dossier: Dossier
) -> None:
    browse.post(f"/meetings/{dossier.key}/appraisal/edit", filled(dossier, "basic", "excellent"))
    order = [each.name for each in dossier.attendees.all()]
    data = browse.get(f"/meetings/{dossier.key}/appraisal/workbook").content
    rows = list(openpyxl.load_workbook(BytesIO(data)).active.values)
    assert [row[0] for row in rows[1:]] == order
    assert [row[-1] for row in rows[1:]] == ["基本合格", "优秀"]


def test_second_of_two_does_not_overwrite_unseen(browse: Client, dossier: Dossier) -> None:
    old = filled(dossier, "qualified", "qualified")
    browse.post(f"/meetings/{dossier.key}/appraisal/edit", filled(dossier, "excellent", ""))
    assert browse.post(f"/meetings/{dossier.key}/appraisal/edit", old).status_code == 409
    assert AppraisalResult.objects.filter(grade="qualified").count() == 0


def test_only_meetings_with_an_appraisal_show_the_part(browse: Client, dossier: Dossier) -> None:
    address = f"/meetings/{dossier.key}/appraisal/"
    assert address in browse.get(f"/meetings/{dossier.key}/plan/").content.decode()
    Dossier.objects.update(kind="democratic-life")
    assert address not in browse.get(f"/meetings/{dossier.key}/plan/").content.decode()


def test_those_who_are_appraised_do_not_see_the_votes(people: People, dossier: Dossier) -> None:
    people.li.grants.update(role="member")
    assert logged_in(people.li).get(f"/meetings/{dossier.key}/plan/").status_code == 200
    assert logged_in(people.li).get(f"/meetings/{dossier.key}/appraisal/").status_code == 404
