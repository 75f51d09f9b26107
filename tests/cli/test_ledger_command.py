"""`duizhao ledger` as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call
from drawn import TEXT, shown


@pytest.fixture
def statement(folder: Path) -> Path:
    path = folder / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_ledger_is_written_and_counted(call: Call, statement: Path) -> None:
    ran = call("ledger", "甲.txt", "-o", "台账.xlsx")
    assert (ran.code, ran.out) == (0, "")
    assert "已写入 台账.xlsx" in ran.err
    assert "1 份材料：问题 4 个，没有对应到问题的措施 1 条，没有对应到问题的原因 1 条" in ran.err
    assert len(shown(Path("台账.xlsx").read_bytes())) == 5


def test_folder_gives_one_ledger_and_what_cannot_be_read_is_said(
    call: Call, statement: Path
) -> None:
    Path("坏.docx").write_bytes(b"PK\x03\x04 nothing")
    Path("通知.txt").write_text("会议通知\n定于周三上午九时开会。\n", encoding="utf-8")
    ran = call("ledger", ".", "-o", "台账.xlsx")
    assert ran.code == 2
    assert "坏.docx：" in ran.err
    assert "通知.txt：不像对照检查材料，没有列入台账" in ran.err
    assert {row["材料"] for row in shown(Path("台账.xlsx").read_bytes())} == {"甲.txt"}


def test_ledger_that_stands_there_is_kept_beside_the_new_one(call: Call, statement: Path) -> None:
    Path("台账.xlsx").write_bytes(b"somebody's work")
    ran = call("ledger", "甲.txt", "-o", "台账.xlsx")
    assert "台账.xlsx.bak" in ran.err
    assert Path("台账.xlsx.bak").read_bytes() == b"somebody's work"
    call("ledger", "甲.txt", "-o", "台账.xlsx")
    assert not Path("台账.xlsx.bak2").exists()


def test_call_without_an_output_says_what_to_do(call: Call, statement: Path) -> None:
    ran = call("ledger", "甲.txt")
    assert ran.code == 2
    assert "请用 -o" in ran.err


def test_output_on_top_of_a_statement_is_refused(call: Call, statement: Path) -> None:
    ran = call("ledger", "甲.txt", "-o", "甲.txt")
    assert ran.code == 2
    assert statement.read_text(encoding="utf-8") == TEXT
