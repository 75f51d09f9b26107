"""The same problem in earlier years on the page of a row: found, told with what was promised then, judged by people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from dossiers import on_roster
from ledger_rows import row_in
from people import People, logged_in

from duizhao.web.accounts.models import Grant
from duizhao.web.desk.actions.ledger import RowEdit, change_rows
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.actions import begin_dossier, close_dossier
from duizhao.web.meetings.models import Dossier
from duizhao.web.person_role import PersonRole
from duizhao.web.rectification import jobs, recurrence
from duizhao.web.rectification.models import KeptRecurrence, RecurrenceVerdict
from duizhao.web.rectification.recurrence_search import MAX_YEARS, earlier_batches, search

PROMISED = "竣工当月归档，科长逐件签字"


def meeting(people: People, year: int, previous: Dossier | None) -> Dossier:
    return begin_dossier(
        unit=people.zhang.unit,
        by=people.zhang,
        kind="democratic-life",
        name=f"{year}年度民主生活会",
        year=year,
        profile="2025",
        held_on=date(year, 12, 20),
        previous=previous,
    )


@pytest.fixture
def now(people: People) -> LedgerRow:
    """A row of this year whose problem stood in the ledger of two years ago, which is closed."""
    on_roster(people.li)
    old = meeting(people, 2024, None)
    given = {"owner": "李四", "measures": PROMISED, "status": "整改中", "due": "2025-06-30"}
    row_in(old.batch, people.zhang, problem="工程资料归档不及时", progress="8月没有做到", **given)
    row_in(old.batch, people.zhang, problem="老旧小区二次供水没有改造完", owner="张三")
    last = meeting(people, 2025, old)
    row_in(last.batch, people.zhang, problem="夜里停水不提前说", owner="张三")
    for each in (old, last):
        close_dossier(dossier=each, by=people.zhang)
    batch = meeting(people, 2026, last).batch
    row_in(batch, people.zhang, problem="干部年休假没有安排", owner="李四")
    return row_in(
        batch, people.zhang, problem="三个工程的招标资料归档不全，最长的拖了97天", owner="李四"
    )


def page(client: Client, row: LedgerRow) -> str:
    return client.get(f"/rectification/rows/{row.pk}/").content.decode()


def test_row_shows_what_was_promised_then_and_how_it_ended(browse: Client, now: LedgerRow) -> None:
    text = page(browse, now)
    assert "往年的同类问题" in text
    assert "2024年度民主生活会" in text
    assert "工程资料归档不及时" in text
    assert PROMISED in text
    assert "8月没有做到" in text
    assert "都写到“工程、资料归档”" in text
    assert KeptRecurrence.objects.count() == 1


def test_row_of_another_problem_shows_nothing(browse: Client, now: LedgerRow) -> None:
    other = LedgerRow.objects.get(cells__problem="干部年休假没有安排")
    assert "往年的同类问题" not in page(browse, other)


def test_ledgers_of_earlier_years_are_followed(now: LedgerRow) -> None:
    found = earlier_batches(now.batch)
    assert len(found) == 2 <= MAX_YEARS
    assert (
        earlier_batches(LedgerRow.objects.get(pk=now.pk).batch.dossier.previous.previous.batch)
        == []
    )


def test_it_is_looked_for_again_once_a_ledger_has_changed(
    browse: Client, people: People, now: LedgerRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[Any] = []

    def counted(batch: Any) -> None:
        searched.append(batch)
        search(batch)

    monkeypatch.setattr(recurrence, "search", counted)
    page(browse, now)
    page(browse, now)
    assert len(searched) == 1
    here = LedgerRow.objects.get(pk=now.pk)
    cells = {**here.cells, "problem": "会议偏多"}
    edits = [RowEdit(here, here.version, cells=cells)]
    change_rows(batch=here.batch, by=people.zhang, done="改", edits=edits)
    page(browse, now)
    assert len(searched) == 2
    assert not KeptRecurrence.objects.exists()


def test_somebody_says_that_it_is_the_same(browse: Client, people: People, now: LedgerRow) -> None:
    page(browse, now)
    kept = KeptRecurrence.objects.get()
    address = f"/rectification/recurrences/{kept.key}/judge"
    assert browse.post(address, {"verdict": "same"}).status_code == 302
    row = LedgerRow.objects.get(pk=now.pk)
    assert row.cells["recurrence"] == kept.earlier.id_in_ledger
    text = page(browse, now)
    assert "张三认定：是同一个问题" in text
    browse.post(address, {"verdict": "other"})
    assert LedgerRow.objects.get(pk=now.pk).cells["recurrence"] == ""
    assert "已认定不是" in page(browse, now)
    assert browse.post(address, {"verdict": "perhaps"}).status_code == 422


def test_what_people_said_stays_when_it_is_no_longer_found(
    browse: Client, people: People, now: LedgerRow
) -> None:
    page(browse, now)
    kept = KeptRecurrence.objects.get()
    browse.post(f"/rectification/recurrences/{kept.key}/judge", {"verdict": "same"})
    row = LedgerRow.objects.get(pk=now.pk)
    cells = {**row.cells, "problem": "会议偏多"}
    edits = [RowEdit(row, row.version, cells=cells)]
    change_rows(batch=row.batch, by=people.zhang, done="改", edits=edits)
    assert PROMISED in page(browse, row)
    assert KeptRecurrence.objects.get().verdict == RecurrenceVerdict.SAME


def test_closed_meeting_refuses_a_verdict(browse: Client, people: People, now: LedgerRow) -> None:
    page(browse, now)
    kept = KeptRecurrence.objects.get()
    close_dossier(dossier=now.batch.dossier, by=people.zhang)
    answer = browse.post(f"/rectification/recurrences/{kept.key}/judge", {"verdict": "same"})
    assert answer.status_code == 409
    assert KeptRecurrence.objects.get().verdict == RecurrenceVerdict.OPEN


def test_owner_sees_only_earlier_rows_of_his_own(people: People, now: LedgerRow) -> None:
    page(logged_in(people.zhang), now)
    Grant.objects.filter(person=people.li).update(role=PersonRole.MEMBER)
    assert PROMISED in page(logged_in(people.li), now)
    earlier = KeptRecurrence.objects.get().earlier
    earlier.people.all().delete()
    assert PROMISED not in page(logged_in(people.li), now)


def test_many_rows_are_left_to_the_worker(
    browse: Client, now: LedgerRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recurrence, "MAX_PAIRS_AT_ONCE", 1)
    before = DBTaskResult.objects.count()
    assert "正在和往年的台账比较" in page(browse, now)
    page(browse, now)
    assert DBTaskResult.objects.count() == before + 1
    jobs.find_recurrences.func(now.batch_id)
    assert PROMISED in page(browse, now)
