"""Hostile files put into a running desk: each row shows why it was not read, and the desk goes on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk

from hostile import texts
from hostile.cases import CASES, RESULT, Case

PUT_IN = [case for case in CASES if case is not texts.of_holes]
"""All but one that no disk could hold."""


@pytest.mark.parametrize("case", PUT_IN, ids=lambda case: f"{case.__module__}.{case.__name__}")
def test_row_shows_why_a_hostile_file_was_not_read(
    case: Case, desk: RunningDesk, hostile_batch: tuple[DeskClient, str], tmp_path: Path
) -> None:
    client, batch = hostile_batch
    path = case(tmp_path)
    answer = client.put_in(batch, path.name, path.read_bytes())
    assert answer.status == 200
    assert "Traceback" not in answer.text
    if CASES[case] != RESULT:
        assert "没有读" in answer.text
        assert re.search(CASES[case], answer.text), answer.text
    assert desk.process.poll() is None
    assert client.get("/").status == 200


@pytest.fixture(scope="module")
def hostile_batch(desk: RunningDesk) -> tuple[DeskClient, str]:
    client = DeskClient(desk.data)
    return client, client.begin()
