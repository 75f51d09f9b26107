"""Group studies: noted with who came and what was read, changed by two, removed, given out."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from dossiers import attends, dossier_of
from people import People, logged_in

from duizhao.web.meetings.models import Dossier, DossierFile, StudySession


@pytest.fixture
def dossier(people: People) -> Dossier:
    return dossier_of(people.zhang)


def add(browse: Client, dossier: Dossier, **others: object) -> StudySession:
    given = {"held_on": "2026-12-01", "place": "三楼", "theme": "党章", **others}
    browse.post(f"/meetings/{dossier.key}/study/add", given)
    return StudySession.objects.latest("held_on")


def test_study_is_noted_with_who_came_and_what_was_read(
    browse: Client, dossier: Dossier, people: People
) -> None:
    came = attends(dossier, people.li)
    study = add(browse, dossier, present=[came.key], file=SimpleUploadedFile("党章.docx", b"PK"))
    assert [each.name for each in study.present.all()] == ["李四"]
    assert DossierFile.objects.get().purpose == "study"
    page = browse.get(f"/meetings/{dossier.key}/study/").content.decode()
    assert "党章.docx" in page
    assert "1 人：李四" in page


def test_study_without_a_day_keeps_what_was_typed(browse: Client, dossier: Dossier) -> None:
    answer = browse.post(f"/meetings/{dossier.key}/study/add", {"theme": "纪律处分条例"})
    assert answer.status_code == 422
    assert "纪律处分条例</textarea>" in answer.content.decode()


def test_second_of_two_sees_what_stands_now(browse: Client, dossier: Dossier) -> None:
    study = add(browse, dossier)
    page = f"/meetings/studies/{study.key}/edit"
    assert "党章" in browse.get(page).content.decode()
    browse.post(page, {"held_on": "2026-12-02", "theme": "党章和准则", "version": "1"})
    answer = browse.post(page, {"held_on": "2026-12-03", "theme": "条例", "version": "1"})
    assert answer.status_code == 409
    assert "党章和准则" in answer.content.decode()
    assert "条例</textarea>" in answer.content.decode()
    assert StudySession.objects.get().theme == "党章和准则"


def test_removed_study_leaves_its_material(browse: Client, dossier: Dossier) -> None:
    study = add(browse, dossier, file=SimpleUploadedFile("党章.docx", b"PK"))
    browse.post(f"/meetings/studies/{study.key}/remove")
    assert not StudySession.objects.exists()
    assert DossierFile.objects.exists()


def test_workbook_has_a_column_for_each_study(
    browse: Client, dossier: Dossier, people: People
) -> None:
    came = attends(dossier, people.li)
    add(browse, dossier, present=[came.key])
    add(browse, dossier, held_on="2026-12-05")
    data = browse.get(f"/meetings/{dossier.key}/study/workbook").content
    rows = [
        [cell.value for cell in row]
        for row in openpyxl.load_workbook(BytesIO(data))["到会情况"].rows
    ]
    assert rows[0] == ["姓名", "职务", "2026-12-01", "2026-12-05"]
    assert sorted((row[0], row[2]) for row in rows[1:]) == [("张三", None), ("李四", "到")]


def test_who_attends_reads_and_does_not_change(people: People, dossier: Dossier) -> None:
    attends(dossier, people.li)
    people.li.grants.update(role="member")
    browse = logged_in(people.li)
    assert browse.get(f"/meetings/{dossier.key}/study/").status_code == 200
    assert "登记一次学习" not in browse.get(f"/meetings/{dossier.key}/study/").content.decode()
    assert browse.post(f"/meetings/{dossier.key}/study/add", {}).status_code == 404
