"""The archive of a meeting: what is in it, what never is, and that the same meeting gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
from django.apps import apps
from django.db.models import CharField
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from people import People, logged_in
from whole_dossier import SAID, TALKED, archive_of, whole_dossier

from duizhao.web.archive import jobs
from duizhao.web.archive.actions import begin_archive
from duizhao.web.archive.belonging import (
    EXPORTED,
    LEFT_APPS,
    LEFT_FIELDS,
    LEFT_OUT,
    READ_LIMITS,
    REFERRED,
)
from duizhao.web.archive.dossier_rows import foreign_keys, plain_fields
from duizhao.web.archive.models import ArchiveStatus, DossierArchive
from duizhao.web.archive.package import MANIFEST, ROWS
from duizhao.web.archive.row_values import is_known
from duizhao.web.archive.schema import rows_schema
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.models.version import CONTENT_CHARACTERS
from duizhao.web.meetings.belongings import site_models, way_to_dossier
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.actions import begin_round
from duizhao.web.rectification.models import RowFile
from duizhao.web.stored_files import is_stored, load
from duizhao.web.worker import GaveUp

NAMED = {label: apps.get_model(label) for label in (*EXPORTED, *REFERRED, *LEFT_OUT)}


def made_at_the_page(client: Client, dossier: Dossier, **given: str) -> DossierArchive:
    """The archive that somebody makes at the page."""
    answer = client.post(reverse("archive:make", kwargs={"dossier": dossier.key}), given)
    assert answer.status_code == 302, answer.content.decode()
    made = DossierArchive.objects.get(status=ArchiveStatus.WORKING)
    jobs.make_archive.call(made.pk)
    made.refresh_from_db()
    assert made.status == ArchiveStatus.DONE, made.remarks
    return made


def files_of(archive: DossierArchive) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(load(archive.content))) as package:
        return {each: package.read(each) for each in package.namelist()}


def rows_of(files: Mapping[str, bytes]) -> dict[str, list[dict[str, Any]]]:
    return json.loads(files[ROWS])["rows"]


def test_every_model_of_the_site_is_exported_or_left_out_for_a_reason() -> None:
    kept = [each._meta for each in site_models() if each._meta.app_label not in LEFT_APPS]
    labels = {each.label for each in kept}
    tables = [set(EXPORTED), set(REFERRED), set(LEFT_OUT)]
    assert labels == set().union(*tables), "archive/belonging.py：说清楚这个模型进不进档案"
    assert len(labels) == sum(map(len, tables))
    assert all([*LEFT_OUT.values(), *LEFT_APPS.values()])


@pytest.mark.parametrize("label", EXPORTED)
def test_exported_model_leads_to_its_dossier_and_has_only_plain_values(label: str, db) -> None:
    model = apps.get_model(label)
    way = way_to_dossier(model)
    assert way is not None
    model._default_manager.filter(**{way: "0"}).count()
    assert not [each for each in plain_fields(model) if not is_known(each)]
    named = {each.related_model._meta.label for each in foreign_keys(model)}
    assert {each for each in named if each.partition(".")[0] not in LEFT_APPS} <= set(NAMED)


def test_left_fields_and_limits_are_those_of_models_that_there_are() -> None:
    for field in LEFT_FIELDS:
        label, _, name = field.rpartition(".")
        apps.get_model(label)._meta.get_field(name)
    assert set(READ_LIMITS) <= set(EXPORTED)


def test_key_of_a_stored_file_is_known_by_its_name() -> None:
    for model in site_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField) and field.max_length == CONTENT_CHARACTERS:
                is_known = f"{model._meta.label}.{field.name}" in LEFT_FIELDS
                assert is_stored(field) or field.primary_key or is_known, field


def test_archive_has_folders_for_people_and_rows_for_programs(people: People) -> None:
    people.zhang.set_password("极其秘密")
    people.zhang.save()
    dossier = whole_dossier(people.zhang)
    dossier.opinions.update(receipt="f" * 64)
    made = made_at_the_page(logged_in(people.zhang), dossier, records="1")
    files = files_of(made)
    row = RowFile.objects.get().row.id_in_ledger
    assert [each for each in files if not each.startswith("机器数据/文件/")] == [
        "01 方案和人员/通知.txt",
        "01 方案和人员/会议方案和人员.xlsx",
        "02 学习/学习材料.txt",
        "02 学习/学习登记.xlsx",
        "03 征求意见/征求意见汇总.xlsx",
        "04 谈心谈话/谈心谈话登记.xlsx",
        "04 谈心谈话/谈话记录/谈心谈话记录表（张三、周立春）.docx",
        "05 对照检查材料/张三/以前的稿/第1稿 张三.txt",
        "05 对照检查材料/张三/张三.txt",
        "05 对照检查材料/张三/张三（排版）.pdf",
        "05 对照检查材料/没有对到人的/没有对到人.txt",
        "05 对照检查材料/没有对到人的/没有对到人（排版）.pdf",
        "05 对照检查材料/审核情况.xlsx",
        "06 会议/会议记录.docx",
        "06 会议/会议记录.pdf",
        "06 会议/签到表.docx",
        "06 会议/签到表.pdf",
        "06 会议/登记表.docx",
        "06 会议/登记表.pdf",
        "07 民主评议/评议结果.xlsx",
        *[each for each in files if each.startswith("08 ")],
        "09 整改台账/整改台账.xlsx",
        f"09 整改台账/佐证材料/{row} 签到表.txt",
        "10 整改通报/2026年度民主生活会整改情况通报.docx",
        ROWS,
        "目录.html",
        MANIFEST,
    ]
    rows = rows_of(files)
    assert set(rows) == {*EXPORTED, *REFERRED}
    assert [label for label, found in rows.items() if not found] == []
    assert {each["name"] for each in rows["desk.DeskFile"]} == {"张三.txt", "没有对到人.txt"}
    assert made.done == made.total
    jsonschema.validate(json.loads(files[ROWS]), rows_schema())
    _nothing_secret_is_in(files, people)
    _manifest_has_every_digest(files)


def _nothing_secret_is_in(files: Mapping[str, bytes], people: People) -> None:
    whole = b"".join(files.values())
    assert SAID.encode() in whole
    assert b"f" * 64 not in whole
    assert people.zhang.password.encode() not in whole
    assert b"password" not in files[ROWS]


def _manifest_has_every_digest(files: dict[str, bytes]) -> None:
    manifest = json.loads(files.pop(MANIFEST))
    listed = {each["path"]: each["sha256"] for each in manifest["files"]}
    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assert manifest["audit_head"].startswith(f"{AuditEntry.objects.count()}:")


def test_same_meeting_gives_the_same_bytes_except_the_manifest(
    browse: Client, people: People
) -> None:
    dossier = whole_dossier(people.zhang)
    one, other = (files_of(made_at_the_page(browse, dossier, records="1")) for _ in range(2))
    assert one.pop(MANIFEST) != other.pop(MANIFEST)
    assert [each for each in one if one[each] != other[each]] == []
    assert DossierArchive.objects.count() == 1


def test_records_of_talks_enter_only_for_whoever_may_read_them(people: People) -> None:
    dossier = whole_dossier(people.zhang)
    for person, given, is_in in (
        (people.zhang, {"records": "1"}, True),
        (people.zhang, {}, False),
        (people.li, {"records": "1"}, False),
    ):
        made = made_at_the_page(logged_in(person), dossier, **given)
        files = files_of(made)
        assert bool(rows_of(files)["talks.TalkRecord"]) == is_in
        assert any("谈话记录" in each for each in files) == is_in
        assert any(TALKED.encode() in data for data in files.values()) == is_in
        assert any("谈话记录 1 份" in each for each in made.remarks) != is_in


def test_open_meeting_and_open_round_are_refused(browse: Client, people: People) -> None:
    dossier = whole_dossier(people.zhang, is_closed=False)
    make = reverse("archive:make", kwargs={"dossier": dossier.key})
    assert "先归档" in browse.post(make).content.decode()
    begin_round(
        dossier=dossier, by=people.zhang, name="再问", questions=["对班子"], scopes=["机关"]
    )
    Dossier.objects.filter(pk=dossier.pk).update(closed_at="2027-01-01T00:00:00Z")
    answer = browse.post(make)
    assert answer.status_code == 409
    assert "没有汇总" in answer.content.decode()
    assert not DossierArchive.objects.exists()


def test_archive_is_for_whoever_made_it_and_its_download_is_noted(
    browse: Client, people: People
) -> None:
    made = archive_of(people.zhang)
    at = reverse("archive:download", kwargs={"archive": made.key})
    assert logged_in(people.li).get(at).status_code == 404
    answer = browse.get(at)
    assert b"".join(answer.streaming_content) == load(made.content)
    assert AuditEntry.objects.order_by("-number").first().act == "archive.download"


def test_page_is_small(browse: Client, people: People, django_assert_max_num_queries) -> None:
    made = archive_of(people.zhang)
    with django_assert_max_num_queries(30):
        answer = browse.get(reverse("archive:archive", kwargs={"dossier": made.dossier_id}))
    assert len(answer.content) < 150_000
    assert made.sha256 in answer.content.decode()


def test_interrupted_archive_is_made_again_and_given_up_in_the_end(people: People) -> None:
    dossier = whole_dossier(people.zhang)
    made = begin_archive(dossier=dossier, by=people.zhang, has_records=True, also=lambda _: None)
    jobs.settle()
    waiting = DBTaskResult.objects.get(task_path=jobs.make_archive.module_path)
    assert waiting.args_kwargs["args"] == [made.key]
    jobs.settle()
    assert DBTaskResult.objects.count() == 1
    waiting.set_failed(GaveUp())
    jobs.settle()
    made.refresh_from_db()
    assert made.status == ArchiveStatus.FAILED
