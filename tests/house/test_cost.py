"""The measure of cost tells work that grows too fast, and work that is too dear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cost import assert_costs_less, assert_grows_no_faster, min_until


def pairs(count: int) -> Callable[[], object]:
    return lambda: sum(1 for _ in range(count) for _ in range(count))


def counted(count: int) -> Callable[[], object]:
    return lambda: sum(1 for _ in range(count))


def test_quadratic_work_is_refused_and_linear_work_is_not() -> None:
    assert_grows_no_faster(counted(20_000), counted(160_000), times=20, fixed=0.001)
    with pytest.raises(AssertionError):
        assert_grows_no_faster(pairs(100), pairs(800), times=20, fixed=0.001)


def test_work_that_is_too_dear_is_refused() -> None:
    assert_costs_less(counted(1000), 1)
    with pytest.raises(AssertionError):
        assert_costs_less(counted(100_000), 0.0001)


def test_measuring_ends_with_the_first_run_that_is_enough() -> None:
    costs = iter([(5.0,), (3.0,), (1.0,)])
    assert min_until(lambda least: least < 4, lambda: next(costs)) == (3.0,)
    assert next(costs) == (1.0,)


def test_delayed_runs_count_as_their_least() -> None:
    costs = iter([(5.0, 9.0), (6.0, 7.0), (7.0, 8.0)])
    assert min_until(lambda *_: False, lambda: next(costs)) == (5.0, 7.0)
