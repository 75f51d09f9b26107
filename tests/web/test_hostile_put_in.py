"""Hostile files put into a running desk: each row shows why it was not read, and the desk goes on."""

from __future__ import annotations

import re
import time
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
    row = read_row(client, answer.text)
    if CASES[case] != RESULT:
        assert "没有读" in row
        assert re.search(CASES[case], row), row
    assert desk.process.poll() is None
    assert client.get("/").status == 200


def read_row(client: DeskClient, row: str) -> str:
    """The row of a file once it is read: slow formats are read by the worker."""
    key = re.search("id=f-([0-9a-f]+)", row)
    assert key
    while "class=waiting" in row:
        time.sleep(0.1)
        row = client.get(f"/files/{key[1]}/row").text
    return row


@pytest.fixture(scope="module")
def hostile_batch(desk: RunningDesk) -> tuple[DeskClient, str]:
    client = DeskClient(desk.data)
    return client, client.begin()
