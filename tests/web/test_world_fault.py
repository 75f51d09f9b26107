"""The disk, the database, a lock: pages say what happened and what to do, keep what was typed, leave nothing half."""

from __future__ import annotations

import errno
import json
import re
import sqlite3
from collections.abc import Callable
from html import unescape

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, InterfaceError, OperationalError
from django.db.backends.utils import CursorWrapper
from django.test import Client
from django.urls import reverse
from people import People, logged_in

from duizhao.web import stored_files
from duizhao.web.desk import actions
from duizhao.web.desk.models import Batch, DeskFile
from duizhao.web.world_fault import WorldFault

TYPED = "去年本人拖了三周才上门，\n群众等得急。<b>改</b> & “引号”"


def of_sqlite(name: str) -> OperationalError:
    fault = OperationalError("words that nobody should see")
    fault.__cause__ = sqlite3.OperationalError("words")
    fault.__cause__.sqlite_errorname = name
    return fault


def of_postgresql(state: str | None) -> OperationalError:
    cause = type("Said", (Exception,), {"__module__": "psycopg.errors", "sqlstate": state})("words")
    fault = OperationalError("words")
    fault.__cause__ = cause
    return fault


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 507, "磁盘满了"),
        (OSError(errno.EDQUOT, ""), 507, "磁盘满了"),
        (OSError(errno.EROFS, ""), 503, "只能读"),
        (OSError(errno.EIO, ""), 503, "磁盘读写出错"),
        (OSError(errno.EACCES, ""), 503, "没有权限"),
        (of_sqlite("SQLITE_FULL"), 507, "磁盘满了"),
        (of_sqlite("SQLITE_BUSY"), 503, "正被占用"),
        (of_sqlite("SQLITE_BUSY_SNAPSHOT"), 503, "正被占用"),
        (of_sqlite("SQLITE_READONLY_DBMOVED"), 503, "只能读"),
        (of_sqlite("SQLITE_IOERR_WRITE"), 503, "磁盘读写出错"),
        (of_sqlite("SQLITE_CANTOPEN"), 503, "磁盘读写出错"),
        (of_postgresql("53100"), 507, "磁盘满了"),
        (of_postgresql("55P03"), 503, "正被占用"),
        (of_postgresql("40P01"), 503, "正被占用"),
        (of_postgresql("25006"), 503, "只能读"),
        (of_postgresql("57P01"), 503, "数据库没有回答"),
        (of_postgresql("08006"), 503, "数据库没有回答"),
        (of_postgresql("53300"), 503, "数据库没有回答"),
        (of_postgresql(None), 503, "数据库没有回答"),
    ],
)
def test_fault_of_the_world_is_said_in_words(fault: Exception, status: int, words: str) -> None:
    known = WorldFault.from_exception(fault)
    assert known
    assert (known.status, words in known.words, "words" in known.words) == (status, True, False)
    outer = RuntimeError()
    outer.__cause__ = fault
    assert WorldFault.from_exception(outer) == known


@pytest.mark.parametrize(
    "fault",
    [
        None,
        RuntimeError("database is locked"),
        FileNotFoundError(errno.ENOENT, "", "/nowhere"),
        of_sqlite("SQLITE_ERROR"),
        of_sqlite("SQLITE_CONSTRAINT_UNIQUE"),
        of_postgresql("42P01"),
        of_postgresql("23505"),
        DatabaseError("no cause"),
        InterfaceError("no cause"),
    ],
)
def test_fault_of_the_program_is_none_of_the_world(fault: Exception | None) -> None:
    assert WorldFault.from_exception(fault) is None


@pytest.fixture
def clerk(people: People) -> Client:
    client = logged_in(people.zhang)
    client.raise_request_exception = False
    return client


def failing(fault: Exception) -> Callable[..., None]:
    def raises(*_: object, **__: object) -> None:
        raise fault

    return raises


def test_typed_words_stand_on_the_page_and_are_sent_again(clerk, monkeypatch) -> None:
    address = reverse("desk:begin")
    with monkeypatch.context() as patch:
        patch.setattr(actions, "begin_batch", failing(of_sqlite("SQLITE_BUSY")))
        answer = clerk.post(address, {"name": TYPED, "password_hint": ""})
        # Where a password was typed nothing is shown again.
        assert "textarea" not in answer.content.decode()
        answer = clerk.post(address, {"name": TYPED, "short": "甲"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "没有存下来" in page
    assert "数据库正被占用" in page
    kept = dict(
        re.findall(
            r'<(?:textarea|input type="hidden") name="(\w+)"[^>]*?(?: value="([^"]*)")?>', page
        )
    )
    assert kept["short"] == "甲"
    words = re.search(r'<textarea name="name"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert words
    assert unescape(words[1]) == TYPED
    assert "再交一次" in page
    assert f'action="{address}"' in page
    assert not Batch.objects.exists()
    assert clerk.post(address, {"name": TYPED}).status_code == 302
    assert Batch.objects.count() == 1


def test_script_gets_the_words_and_leaves_the_page_as_it_is(clerk, monkeypatch) -> None:
    monkeypatch.setattr(actions, "begin_batch", failing(OSError(errno.ENOSPC, "")))
    answer = clerk.post(reverse("desk:begin"), {"name": "一批"}, headers={"HX-Request": "true"})
    assert answer.status_code == 507
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.headers["HX-Reswap"] == "none"
    said = json.loads(answer.headers["HX-Trigger"])["duizhao:say"]["words"]
    assert said == "没有存下来：服务器的磁盘满了。请管理员腾出空间，再做一次"
    assert "磁盘满了" in answer.content.decode()


def test_page_asks_nothing_of_a_database_that_does_not_answer(clerk, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(CursorWrapper, "execute", failing(of_postgresql(None)))
        answer = clerk.post(reverse("desk:begin"), {"name": TYPED})
        shown = clerk.get(reverse("desk:home"))
    page = answer.content.decode()
    assert answer.status_code == shown.status_code == 503
    assert "数据库没有回答" in page
    # Nobody knows whether it was kept: it is not offered to send it once more.
    assert "可能已经存上" in page
    assert "再交一次" not in page
    assert "这一页打不开" in shown.content.decode()


def test_file_that_finds_no_room_leaves_nothing(clerk, monkeypatch) -> None:
    clerk.post(reverse("desk:begin"), {"name": "一批"})
    batch = Batch.objects.get()
    address = reverse("desk:put_in", kwargs={"batch": batch.key})

    def put_in() -> object:
        file = SimpleUploadedFile("甲.txt", b"text" * 500)
        return clerk.post(address, {"file": file, "name": "甲.txt"}, headers={"HX-Request": "true"})

    before = sorted(settings.DATA_FOLDER.files.rglob("*"))
    with monkeypatch.context() as patch:
        patch.setattr(stored_files.os, "fsync", failing(OSError(errno.ENOSPC, "")))
        answer = put_in()
    assert answer.status_code == 507
    assert not DeskFile.objects.exists()
    left = [each for each in settings.DATA_FOLDER.files.rglob("*") if each.is_file()]
    assert [each for each in left if each not in before] == []
    assert put_in().status_code == 200
    assert DeskFile.objects.count() == 1
