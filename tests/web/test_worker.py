"""What the worker does: slow formats, archives; what was interrupted; what was stopped."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from duizhao.web import worker
from duizhao.web.desk import actions, reading
from duizhao.web.desk.models import Batch, DeskFile, ReadStatus

TEXT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n".encode()
RTF = rb"{\rtf1\ansi\ansicpg936 \'b8\'f6\'c8\'cb\par}"


def packed(files: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return kept.getvalue()


def put_in(browse, name: str, data: bytes) -> str:
    browse.post(reverse("desk:begin"), {"name": "这一批"})
    batch = Batch.objects.get()
    answer = browse.post(
        reverse("desk:put_in", kwargs={"batch": batch.key}),
        {"file": SimpleUploadedFile(name, data), "name": name},
    )
    return answer.content.decode()


def names() -> list[str]:
    return list(DeskFile.objects.values_list("name", flat=True))


def test_slow_format_waits_for_the_worker(work, browse) -> None:
    assert "正在读取" in put_in(browse, "旧.rtf", b"{\\rtf1 broken")
    work()
    assert DeskFile.objects.get().status == ReadStatus.REFUSED


def test_files_of_an_archive_take_its_place(work, browse) -> None:
    data = packed(
        {"水务局/甲.txt": TEXT, "水务局/": b"", "__MACOSX/乙.txt": TEXT, "/../丙.md": TEXT}
    )
    assert "正在读取" in put_in(browse, "材料.zip", data)
    work()
    assert sorted(names()) == ["丙.md", "水务局/甲.txt"]
    assert {file.status for file in DeskFile.objects.all()} == {ReadStatus.READ}


def test_names_in_gbk_are_read(work, browse) -> None:
    written = "第一组/张三.txt".encode("gbk")
    stand_in = "x" * len(written)
    put_in(browse, "材料.zip", packed({stand_in: TEXT}).replace(stand_in.encode(), written))
    work()
    assert names() == ["第一组/张三.txt"]


def test_what_stays_packed_is_named(work, browse) -> None:
    put_in(browse, "材料.zip", packed({"甲.txt": TEXT, "内.zip": packed({"乙.txt": TEXT})}))
    work()
    assert sorted(names()) == ["材料.zip", "甲.txt"]
    assert "内.zip：压缩包里的压缩包没有解开" in DeskFile.objects.get(name="材料.zip").reason


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({}), "没有文件"),
        (packed({"甲.txt": b"0" * 60_000_000}), "大得不正常"),
        (packed({f"{number}.txt": b"" for number in range(1_001)}), "超过 1,000 个"),
        (b"PK\x03\x04", "文件不完整"),
    ],
)
def test_archive_that_is_no_usual_one_is_refused(work, browse, data: bytes, why: str) -> None:
    put_in(browse, "材料.zip", data)
    work()
    assert why in DeskFile.objects.get().reason


def test_interrupted_job_is_done_by_the_next_worker(work, browse) -> None:
    put_in(browse, "材料.zip", packed({"甲.txt": TEXT}))
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, worker_ids=[worker.NAME])
    work()
    assert names() == ["甲.txt"]


def test_job_that_was_interrupted_too_often_is_given_up(work, browse) -> None:
    put_in(browse, "材料.zip", packed({"甲.txt": TEXT}))
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, worker_ids=[worker.NAME] * 3)
    work()
    assert "几次中断" in DeskFile.objects.get().reason


def test_file_without_a_job_gets_one(work, browse) -> None:
    browse.post(reverse("desk:begin"), {"name": "这一批"})
    actions.put_in(batch=Batch.objects.get(), name="甲.txt", data=TEXT)
    work()
    assert DeskFile.objects.get().status == ReadStatus.READ


def test_stopped_file_says_so_and_is_read_again(work, browse) -> None:
    put_in(browse, "材料.zip", packed({"甲.txt": TEXT}))
    batch, file = Batch.objects.get(), DeskFile.objects.get()
    browse.post(reverse("desk:stop", kwargs={"batch": batch.key}))
    work()
    page = browse.get(reverse("desk:batch", kwargs={"batch": batch.key})).content.decode()
    assert "已停下" in page
    row = browse.post(reverse("desk:read_again", kwargs={"file": file.key})).content.decode()
    assert "正在读取" in row
    work()
    assert names() == ["甲.txt"]


def test_fault_of_the_program_is_shown_in_the_row(work, browse, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    put_in(browse, "旧.rtf", RTF)
    monkeypatch.setattr(reading, "read_version", broken)
    work()
    assert "程序出了错" in DeskFile.objects.get().reason
