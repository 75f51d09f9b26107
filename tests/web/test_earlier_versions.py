"""What each version has left is put back, updated, and all there: row by row, file by file, page by page.

`tools/keep_data.py` keeps a backup of each release in `versions/`, made by that release itself.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from duizhao.cli.backup.restore import command as restore
from duizhao.version import __version__
from duizhao.web.backup.form import DUMP, MANIFEST, BackupManifest
from duizhao.web.data_folder import DataFolder

KEPT = sorted((Path(__file__).parent / "versions").glob("*.zip"))
SERVER = os.environ.get("DUIZHAO_TEST_DATABASE", "")
OPEN = """
import json, sys
from pathlib import Path
from duizhao.web.data_folder import DataFolder
from duizhao.web.serve import prepare
prepare(DataFolder(Path(sys.argv[1])), print, is_desk=False)
from django.apps import apps
from django.test import Client
from duizhao.web.accounts.models import Person
from duizhao.web.audit.verify import verify
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.models import OpinionRound
for model in apps.get_models():
    list(model._base_manager.all())
client = Client(SERVER_NAME="127.0.0.1")
client.force_login(Person.objects.get(username="demo-clerk"))
pages = ["/todo/", "/meetings/", "/rectification/board/", "/archives/"]
for each in Dossier.objects.all():
    parts = ("", "plan/", "statements/", "talks/", "opinions/", "meeting/", "papers/", "announcements/")
    pages += [f"/meetings/{each.key}/{part}" for part in parts]
    pages.append(f"/batches/{each.batch_id}/ledger/")
asked = OpinionRound.objects.get(name="没有汇总的一轮")
print(json.dumps({
    "pages": {page: client.get(page).status_code for page in pages},
    "round": client.get(f"/opinions/rounds/{asked.pk}/").content.decode(),
    "audit": verify().faults,
}))
"""
Rows = dict[str, list[dict[str, object]]]


def rows(database: Path) -> Rows:
    """All rows of all tables by their columns."""
    with closing(sqlite3.connect(database)) as found:
        found.row_factory = sqlite3.Row
        names = found.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [dict(row) for row in found.execute(f'SELECT * FROM "{name}"')]
            for (name,) in names
        }


def missing(before: Rows, after: Rows) -> list[str]:
    """Rows of tables that are still there which are not as they were, in the columns that are still there."""
    lost = []
    for name in before.keys() & after.keys() - {"sqlite_sequence", "django_migrations"}:
        for row in before[name]:
            there = after[name][0].keys() if after[name] else row.keys()
            columns = (row.keys() & there) - {"last_login"}
            if not any(all(row[each] == now[each] for each in columns) for now in after[name]):
                lost.append(f"{name}: {row}")
    return lost


def put_back(kept: Path, folder: DataFolder, *options: str) -> str:
    done = CliRunner().invoke(restore, [str(kept), "--data", str(folder.root), *options])
    assert done.exit_code == 0, done.output
    return done.output


def opened(folder: DataFolder) -> dict[str, object]:
    """What today's program shows of the data."""
    command = [sys.executable, "-c", OPEN, str(folder.root)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    return json.loads(done.stdout.splitlines()[-1])


def manifest_of(kept: Path) -> BackupManifest:
    with zipfile.ZipFile(kept) as package:
        return BackupManifest.from_json(package.read(MANIFEST))


def all_open(seen: dict[str, object]) -> None:
    assert [page for page, status in seen["pages"].items() if status != 200] == []
    assert seen["audit"] == []
    # What nobody can read any more is said where it is missed.
    assert "钥匙不在了" in re.sub(r"\s", "", seen["round"])


def test_data_of_this_version_are_kept() -> None:
    """Before a release: `python -m tools.keep_data`, in the commit of its number."""
    assert __version__ in {manifest_of(kept).program for kept in KEPT}


@pytest.mark.parametrize(
    "kept", [each for each in KEPT if not manifest_of(each).has_dump], ids=lambda kept: kept.stem
)
def test_data_of_each_version_are_put_back_and_updated(kept: Path, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "恢复")
    said = put_back(kept, folder)
    assert "没有汇总的意见恢复不了，请重新发码" in said
    before = rows(folder.database)
    files = {path: path.read_bytes() for path in folder.files.rglob("*") if path.is_file()}
    assert files
    seen = opened(folder)
    assert missing(before, rows(folder.database)) == []
    assert {path: path.read_bytes() for path in files} == files
    all_open(seen)


@contextmanager
def empty_database() -> Iterator[str]:
    import psycopg

    name = f"earlier_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{SERVER.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.skipif(not (SERVER and shutil.which("pg_restore")), reason="no PostgreSQL")
@pytest.mark.parametrize(
    "kept", [each for each in KEPT if manifest_of(each).has_dump], ids=lambda kept: kept.stem
)
def test_data_of_each_version_go_into_postgresql(kept: Path, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "恢复")
    with empty_database() as address:
        put_back(kept, folder, "--database", address)
        assert not (folder.root / DUMP).exists()
        all_open(opened(folder))
