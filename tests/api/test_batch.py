"""Many files: in order, on all cores, and one that is broken stops nobody."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from duizhao import api
from duizhao.api import batch, process_pool

TEXT = "个人对照检查材料\n一、存在的问题\n（一）推进xx工作不力。\n二、整改措施\n每月学习一次。\n"
COUNT = 2 * batch.CHUNK + 5
BROKEN = 7


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(COUNT):
        (tmp_path / f"{number:03}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / f"{BROKEN:03}.txt").unlink()
    (tmp_path / f"{BROKEN:03}.docx").write_bytes(b"PK\x03\x04 cut off")
    return tmp_path


def names(outcomes: list[api.Outcome]) -> list[str]:
    return [Path(o.name if isinstance(o, api.Failure) else o.source.name).stem for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_the_order_of_the_paths(folder: Path, jobs: int) -> None:
    outcomes = list(api.check_paths([folder], jobs=jobs))
    assert names(outcomes) == [f"{number:03}" for number in range(COUNT)]
    assert isinstance(outcomes[BROKEN], api.Failure)
    assert all(o.findings for o in outcomes if not isinstance(o, api.Failure))


def test_processes_that_are_not_forked_find_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checker = api.Checker(api.Config(select=("DZ301",)))
    here = list(api.for_each([folder], api.ReportWriter().render_text, checker, jobs=1))
    monkeypatch.setattr(
        process_pool, "process_context", lambda: multiprocessing.get_context("spawn")
    )
    assert list(api.for_each([folder], api.ReportWriter().render_text, checker, jobs=2)) == here


def test_progress_is_told(folder: Path) -> None:
    told: list[int] = []
    list(api.check_paths([folder], progress=told.append))
    assert told == list(range(1, COUNT + 1))


def test_no_more_than_a_window_is_under_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "CHUNK", 1)
    first = next(iter(api.check_paths([folder], jobs=2)))
    assert not isinstance(first, api.Failure)


def test_missing_path_is_raised_before_anything_is_done(folder: Path) -> None:
    with pytest.raises(api.DuizhaoError, match="不存在"):
        list(api.check_paths([folder, folder / "no.txt"]))
