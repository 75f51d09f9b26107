"""Work in several processes: in order, a few at a time, with faults that come through."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from duizhao import api
from duizhao.api.process_pool import map_ordered


def squared(number: int) -> int:
    # The first are the slowest.
    time.sleep(0.02 if number < 2 else 0)
    return number * number


def refused(number: int) -> int:
    if number == 3:
        raise api.DuizhaoError("三不行")
    return number


def ended(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


def slow_beside_a_refusal(place: Path) -> None:
    begun = place.parent / "begun"
    if place.name == "refused":
        while not begun.exists():
            time.sleep(0.01)
        raise api.DuizhaoError("写不下")
    begun.touch()
    time.sleep(0.3)
    place.touch()


class Counted:
    """A function with state; how often it was pickled or copied shows in its results."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, number: int) -> tuple[int, int, int]:
        self.calls += 1
        return os.getpid(), number, self.calls


def test_results_come_in_order() -> None:
    assert list(map_ordered(squared, range(20), 2)) == [number * number for number in range(20)]


def test_things_are_taken_as_processes_get_free() -> None:
    taken = []

    def things() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = map_ordered(squared, things(), 2)
    next(results)
    assert len(taken) <= 6
    results.close()


def test_function_is_handed_to_each_process_once() -> None:
    function = Counted()
    results = list(map_ordered(function, range(30), 2))
    by_process: dict[int, list[int]] = {}
    for process, _, calls in results:
        by_process.setdefault(process, []).append(calls)
    # Each process counts its own calls, without a gap: its function is the same from first to last.
    assert all(sorted(calls) == list(range(1, len(calls) + 1)) for calls in by_process.values())
    assert sum(map(len, by_process.values())) == 30
    assert os.getpid() not in by_process
    assert function.calls == 0


def test_fault_of_the_work_is_raised_in_its_place() -> None:
    results = map_ordered(refused, range(10), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(api.DuizhaoError, match="三不行"):
        next(results)


def test_process_that_is_ended_is_reported_in_a_line() -> None:
    with pytest.raises(api.DuizhaoError, match="--jobs"):
        list(map_ordered(ended, range(10), 2))


def test_two_pools_do_not_know_each_other() -> None:
    pairs = zip(map_ordered(squared, range(8), 1), map_ordered(refused, range(3), 1), strict=False)
    assert list(pairs) == [(0, 0), (1, 1), (4, 2)]


def test_no_things_give_no_results() -> None:
    assert list(map_ordered(squared, [], 2)) == []


def test_a_fault_comes_when_what_was_begun_has_ended(tmp_path: Path) -> None:
    with pytest.raises(api.DuizhaoError, match="写不下"):
        list(map_ordered(slow_beside_a_refusal, [tmp_path / "refused", tmp_path / "slow"], 2))
    assert (tmp_path / "slow").exists()
