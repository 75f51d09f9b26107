"""A code is good once, also where many give it at the same moment; and many tries at once are not more than many."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from duizhao.web.accounts import time_codes
from duizhao.web.accounts.actions import inviting, throttling
from duizhao.web.accounts.actions import second_factor as factor
from duizhao.web.accounts.models import LoginThrottle, Person, SecondFactor, Unit
from duizhao.web.refused_act import RefusedAct

THREADS = 6

# The database of the tests on SQLite lies in memory, where several connections shut each other out.
pytestmark = pytest.mark.skipif(
    "DUIZHAO_TEST_DATABASE" not in os.environ, reason="needs a server with several writers"
)


@pytest.fixture
def person(transactional_db: None) -> Person:
    unit = Unit.objects.create(name="云溪县")
    return Person.objects.create(username="张三", name="张三", unit=unit)


def at_once(act: Callable[[], object]) -> list[object]:
    def work(_: int) -> object:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(work, range(THREADS)))


def test_code_of_the_app_lets_one_in(person: Person) -> None:
    secret = factor.begin(person=person)
    factor.confirm(person=person, code=code(secret))
    SecondFactor.objects.update(last_step=0)
    given = code(secret)
    assert at_once(lambda: factor.take_code(person=person, code=given)).count(True) == 1


def code(secret: bytes) -> str:
    return time_codes.code_at(secret, int(time.time()) // time_codes.STEP_SECONDS)


def test_slip_lets_one_in(person: Person) -> None:
    slip = inviting._new_code(person, 3)

    def use() -> bool:
        try:
            inviting.accept(code=slip, password="xue-hua-piao-2")
        except RefusedAct:
            return False
        return True

    assert at_once(use).count(True) == 1


def test_tries_at_once_are_all_counted(transactional_db: None) -> None:
    given = {"username": "张三", "address": ""}
    answers = at_once(lambda: throttling.take_try(**given))
    assert answers.count(None) == throttling.OF_ACCOUNT.free
    assert LoginThrottle.objects.get().failures == throttling.OF_ACCOUNT.free
