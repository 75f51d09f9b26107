"""A clock that is put back, by an hour or after a year in which it was wrong: nothing stays open or locked so long."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from people import People, logged_in
from test_entering import GOOD, LOGIN, with_password

from duizhao.web.accounts import time_codes
from duizhao.web.accounts.actions.second_factor import take_code
from duizhao.web.accounts.actions.throttling import locked_addresses, waits_until
from duizhao.web.accounts.models import OpenSession, SecondFactor
from duizhao.web.audit.actions import record
from duizhao.web.audit.models import AuditEntry
from duizhao.web.audit.verify import verify
from duizhao.web.desk import actions, jobs
from duizhao.web.desk.models import DeskFile, ReadStatus

BACK = [timedelta(hours=1), timedelta(days=365)]


class Clock:
    """What the system says is the time."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = timezone.now()
        patch.setattr(timezone, "now", lambda: self.now)

    def back(self, by: timedelta) -> datetime:
        self.now -= by
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.mark.parametrize("by", BACK)
def test_session_from_the_future_has_ended(people: People, clock: Clock, by: timedelta) -> None:
    with_password(people.zhang)
    client = Client()
    assert client.post(LOGIN, {"username": "张三", "password": GOOD}).status_code == 302
    assert client.get("/todo/").status_code == 200
    clock.back(by)
    assert client.get("/todo/").status_code == 302
    # Whoever logs in again is in, and stays in.
    assert client.post(LOGIN, {"username": "张三", "password": GOOD}).status_code == 302
    clock.back(timedelta(seconds=-120))
    assert client.get("/todo/").status_code == 200
    assert OpenSession.objects.exists()


def test_nobody_waits_a_year_because_the_clock_was_wrong(people: People, clock: Clock) -> None:
    with_password(people.zhang)
    wrong = Client(REMOTE_ADDR="10.1.2.3")
    for _ in range(31):
        wrong.post(LOGIN, {"username": "张三", "password": "x"})
    assert waits_until("张三", "10.1.2.3")
    clock.back(timedelta(days=365))
    assert waits_until("张三", "10.1.2.3") is None
    assert locked_addresses() == []
    answer = Client().post(LOGIN, {"username": "张三", "password": GOOD})
    assert answer.status_code == 302


def test_code_that_was_used_stays_used(people: People, clock: Clock) -> None:
    secret = time_codes.new_secret()
    SecondFactor.objects.create(
        person=people.zhang,
        sealed_secret=time_codes.seal_secret(secret, people.zhang.pk),
        confirmed_at=clock.now,
        last_step=0,
    )
    code = time_codes.code_at(secret, time_codes.step_at(clock.now))
    assert take_code(person=people.zhang, code=code)
    clock.back(timedelta(seconds=30))
    assert not take_code(person=people.zhang, code=code)


def test_audit_keeps_its_order_by_number(people: People, clock: Clock) -> None:
    for _ in range(3):
        record(actor=people.zhang, act="desk.clear", kind="batch", key="1")
        clock.back(timedelta(days=1))
    assert verify().faults == ()
    times = list(AuditEntry.objects.order_by("number").values_list("at", flat=True))
    assert times[-3:] == sorted(times[-3:], reverse=True)


@pytest.mark.parametrize("by", BACK)
def test_job_that_was_asked_for_later_than_now_is_done(
    people: People, work, clock: Clock, by: timedelta
) -> None:
    batch = actions.begin_batch(owner=people.zhang, name="一批")
    data = "对照检查材料\n一、存在的问题\n一是学习不深。\n".encode()
    actions.put_in(batch=batch, name="甲.txt", data=data, also=jobs.enqueue_reading)
    clock.back(by)
    work()
    assert DeskFile.objects.get().status == ReadStatus.READ
    assert logged_in(people.zhang).get(f"/batches/{batch.key}/").status_code == 200
