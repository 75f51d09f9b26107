"""A real disk, full or read-only, under the files of a site: said on each page, nothing half, and then it goes on."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from dossiers import dossier_of
from ledger_rows import row_in
from people import People, logged_in

from duizhao.errors import Unwritable
from duizhao.web.backup.making import make_backup
from duizhao.web.data_folder import DataFolder
from duizhao.web.desk.models import Batch, DeskFile
from duizhao.web.meetings.models import Dossier, DossierFile
from duizhao.web.opinions.models import OpinionRound
from duizhao.web.rectification.models import RowFile
from full_disk import mounted

SIZE = 200_000


@pytest.fixture
def disk(tmp_path: Path, settings) -> Iterator[Path]:
    """A disk of its own under the files of the site."""
    with mounted(tmp_path / "disk", f"size={SIZE}") as place:
        folder = DataFolder(place / "data")
        folder.make()
        settings.DATA_FOLDER = folder
        yield place


@pytest.fixture
def clerk(people: People) -> Client:
    client = logged_in(people.zhang)
    client.raise_request_exception = False
    return client


def upload(name: str = "甲.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "一、存在的问题\n".encode() * 400)


def put_in(client: Client, dossier: Dossier) -> object:
    given = {"file": upload(), "name": "甲.txt"}
    return client.post(f"/batches/{dossier.batch_id}/put-in", given)


def attach(client: Client, dossier: Dossier) -> object:
    given = {"purpose": "notice", "file": upload("通知.pdf")}
    return client.post(f"/meetings/{dossier.key}/plan/attach", given)


def report(client: Client, dossier: Dossier) -> object:
    row = dossier.batch.ledger_rows.get().pk
    given = {"happened_on": "2026-05-01", "text": "四月开了一次会", "file": upload("登记.pdf")}
    return client.post(f"/rectification/rows/{row}/report", given)


def begin_round(client: Client, dossier: Dossier) -> object:
    given = {"name": "会前征求意见", "questions": "有什么意见", "scopes": "机关科室"}
    return client.post(f"/meetings/{dossier.key}/opinions/begin", given)


ACTS = {
    put_in: DeskFile,
    attach: DossierFile,
    report: RowFile,
    begin_round: OpinionRound,
}


@pytest.mark.parametrize("fault", ["full", "read-only"])
def test_act_that_finds_no_room_says_so_and_leaves_nothing(
    people: People, clerk: Client, disk: Path, fault: str
) -> None:
    dossier = dossier_of(people.zhang)
    row_in(dossier.batch, people.zhang, owner="张三")
    fill = disk / "fill"
    if fault == "full":
        fill_up(fill)
    else:
        remount(disk, "ro")
    said, status = ("磁盘满了", 507) if fault == "full" else ("只能读", 503)
    for act, model in ACTS.items():
        answer = act(clerk, dossier)
        page = answer.content.decode()
        assert (act.__name__, answer.status_code) == (act.__name__, status)
        assert said in page
        assert "没有存下来" in page
        assert not model.objects.exists()
    assert [each for each in (disk / "data").rglob("*") if each.is_file()] == []
    if fault == "full":
        fill.unlink()
    else:
        remount(disk, "rw")
    for act, model in ACTS.items():
        assert act(clerk, dossier).status_code in (200, 302)
        assert model.objects.count() == 1
    assert Batch.objects.exists()


def fill_up(path: Path) -> None:
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(b"0" * 4096):
            pass


def remount(place: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(place)], check=True)


def test_backup_that_finds_no_room_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    folder.make()
    with sqlite3.connect(folder.database) as database:
        database.execute("CREATE TABLE said (words BLOB)")
        database.execute("INSERT INTO said VALUES (randomblob(?))", (2 * SIZE,))
    database.close()
    with mounted(tmp_path / "disk", f"size={SIZE}") as place:
        with pytest.raises(Unwritable, match="磁盘已满"):
            make_backup(folder, place / "备份.zip", print)
        assert list(place.iterdir()) == []
