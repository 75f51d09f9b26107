"""A worker that dies in each kind of job, in its midst and after all is done: the next one does it, once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult
from dossiers import dossier_of, on_roster
from ledger_rows import day, row_in
from opinion_round import begin, print_slips, round_at, send
from smtp_server import smtp_server

from duizhao.web import stored_files, worker
from duizhao.web.archive import jobs as archive_jobs
from duizhao.web.archive.actions.archives import begin_archive
from duizhao.web.archive.models import ArchiveStatus, DossierArchive
from duizhao.web.desk import actions, jobs, putting_in
from duizhao.web.desk.models import (
    BatchOutput,
    DeskFile,
    KeptScreening,
    OutputStatus,
    ReadStatus,
    ScreeningStatus,
)
from duizhao.web.meetings.actions import close_dossier
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions import jobs as round_jobs
from duizhao.web.opinions.models import ReceivedOpinion, RoundState
from duizhao.web.opinions.round_keys import read_round_key
from duizhao.web.rectification import jobs as daily_jobs
from duizhao.web.rectification.actions.reminders import choose_reminders, keep_addresses
from duizhao.web.rectification.models import KeptRecurrence

TEXT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门，群众等得急。\n"
TEAM = "q0"
Check = Callable[[], None]


class Died(BaseException):
    """The process is gone: nothing that follows is done."""


def packed() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name in ("甲.txt", "乙.txt", "丙.txt"):
            archive.writestr(name, TEXT)
    return kept.getvalue()


def waiting_file(people, name: str, data: bytes) -> DeskFile:
    batch = actions.begin_batch(owner=people.zhang, name="一批")
    return actions.put_in(batch=batch, name=name, data=data, also=jobs.enqueue_reading)


def reading(people, _) -> Check:
    file = waiting_file(people, "甲.txt", TEXT.encode())

    def check() -> None:
        file.refresh_from_db()
        assert (file.status, file.versions.count()) == (ReadStatus.READ, 1)

    return check


def unpacking(people, _) -> Check:
    waiting_file(people, "材料.zip", packed())

    def check() -> None:
        names = DeskFile.objects.filter(removed_at=None).values_list("name", flat=True)
        assert sorted(names) == sorted(["甲.txt", "乙.txt", "丙.txt"])

    return check


def read_files(people) -> list[DeskFile]:
    batch = actions.begin_batch(owner=people.zhang, name="一批")
    return [
        putting_in.take(batch=batch, name=f"{number}.txt", data=(TEXT + str(number)).encode())
        for number in range(3)
    ]


def making(people, _) -> Check:
    files = read_files(people)
    output = actions.begin_output(
        batch=files[0].batch, form="review", author="督导组", has_fixes=False,
        files=[(each.key, each.name) for each in files], also=jobs.enqueue_making,
    )  # fmt: skip

    def check() -> None:
        made = BatchOutput.objects.get()
        assert made.pk == output.pk
        assert made.status == OutputStatus.DONE
        assert zipfile.ZipFile(io.BytesIO(stored_files.load(made.content))).testzip() is None

    return check


def comparing(people, _) -> Check:
    files = read_files(people)
    actions.begin_screening(
        batch=files[0].batch, other=None, files=files, scope="一批", also=jobs.enqueue_screening
    )

    def check() -> None:
        assert KeptScreening.objects.get().status == ScreeningStatus.DONE

    return check


def opening(people, browse) -> Check:
    at = begin(browse, dossier_of(people.zhang).key)
    for number, code in enumerate(print_slips(browse, at, [6, 0])):
        send(code, **{TEAM: f"意见{number}"})
    browse.post(f"{at}close")

    def check() -> None:
        asked = round_at(at)
        assert asked.state == RoundState.CLOSED
        words = sorted(ReceivedOpinion.objects.values_list("words", flat=True))
        assert words == [f"意见{number}" for number in range(6)]
        assert read_round_key(asked.pk) is None

    return check


def archiving(people, _) -> Check:
    dossier = dossier_of(people.zhang)
    close_dossier(dossier=dossier, by=people.zhang)
    dossier.refresh_from_db()
    enqueue = archive_jobs.enqueue_making
    begin_archive(dossier=dossier, by=people.zhang, has_records=True, also=enqueue)

    def check() -> None:
        made = DossierArchive.objects.get()
        assert made.status == ArchiveStatus.DONE
        assert zipfile.ZipFile(io.BytesIO(stored_files.load(made.content))).testzip() is None

    return check


def recurring(people, _) -> Check:
    earlier = dossier_of(people.zhang, date(2025, 12, 20))
    later = dossier_of(people.zhang)
    Dossier.objects.filter(pk=later.pk).update(previous=earlier)
    given = {"owner": "李四", "measures": "竣工当月归档"}
    row_in(earlier.batch, people.zhang, problem="工程资料归档不及时", **given)
    row_in(earlier.batch, people.zhang, problem="老旧小区二次供水没有改造完", owner="张三")
    problem = "三个工程的招标资料归档不全，最长的拖了97天"
    row_in(later.batch, people.zhang, problem=problem, owner="李四")
    daily_jobs.enqueue_search(later.batch.pk)

    def check() -> None:
        assert KeptRecurrence.objects.count() == 1

    return check


def reminding(people, _) -> Check:
    unit = people.zhang.unit
    row_in(
        dossier_of(people.zhang).batch, people.zhang, problem="逾期的事", due=day(-2), owner="张三"
    )
    addresses = {on_roster(people.zhang).pk: "z@example.cn"}
    keep_addresses(unit=unit, by=people.zhang, addresses=addresses)
    choose_reminders(unit=unit, by=people.zhang, is_mailed=True, shows_problem=False, every_days=7)
    context = smtp_server()
    server = context.__enter__()
    settings.DATA_FOLDER.mail_address.write_text(server.address, encoding="utf-8")

    def check() -> None:
        context.__exit__(None, None, None)
        settings.DATA_FOLDER.mail_address.unlink()
        assert len(server.received) == 1
        assert DBTaskResult.objects.filter(status=TaskResultStatus.READY).count() == 1

    return check


KINDS = {
    jobs.read_file: (reading, unpacking),
    jobs.make_output: (making,),
    jobs.compare_files: (comparing,),
    round_jobs.open_round: (opening,),
    archive_jobs.make_archive: (archiving,),
    daily_jobs.find_recurrences: (recurring,),
    daily_jobs.remind: (reminding,),
}


def test_each_kind_of_job_is_tried() -> None:
    modules = (jobs, round_jobs, archive_jobs, daily_jobs)
    found = {
        each.module_path
        for module in modules
        for each in vars(module).values()
        if isinstance(each, Task)
    }
    assert {each.module_path for each in KINDS} == found


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Does all jobs that are ready, inside the transaction of the test: the audit lets nobody empty its table.

    So the worker may not close the connection, which it does where it has nothing to do.
    """
    monkeypatch.setattr(connection, "close", lambda: None)
    return lambda: worker.work(is_done_when_empty=True)


def dies(patch: pytest.MonkeyPatch, place: object, name: str, *, after: bool) -> None:
    """From now on the worker dies where it calls this, before or after it is done."""
    done = getattr(place, name)

    def call(*arguments: object, **named: object) -> None:
        if after:
            done(*arguments, **named)
        raise Died

    patch.setattr(place, name, call)


@pytest.mark.parametrize("kind", [each for some in KINDS.values() for each in some])
def test_job_of_a_worker_that_dies_is_done_once(kind, work, people, browse, monkeypatch) -> None:
    check = kind(people, browse)
    for place, name, after in (
        # In its midst, where it stores a file; else before it notes that it has done all.
        (stored_files, "_write", True),
        (DBTaskResult, "set_successful", False),
    ):
        with monkeypatch.context() as patch:
            dies(patch, place, name, after=after)
            dies(patch, DBTaskResult, "set_failed", after=False)
            with suppress(Died):
                work()
    work()
    check()


@pytest.mark.parametrize("fault", [OperationalError, InterfaceError])
def test_job_that_a_locked_or_lost_database_has_failed_is_done_by_the_next(
    fault, work, people, monkeypatch
) -> None:
    check = reading(people, None)
    with monkeypatch.context() as patch:

        def locked(**_: object) -> None:
            raise fault("words")

        patch.setattr(actions, "keep_facts", locked)
        work()
    assert DeskFile.objects.get().status == ReadStatus.WAITING
    work()
    check()


def test_full_disk_stands_where_the_job_was_asked_for(work, people, monkeypatch) -> None:
    making(people, None)
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        patch.setattr(stored_files, "_write", full)
        work()
    output = BatchOutput.objects.get()
    assert output.status == OutputStatus.FAILED
    assert "磁盘满了" in output.failures[0][1]
    assert worker.work(is_done_when_empty=True)
