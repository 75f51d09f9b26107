"""`duizhao opinion` as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import FAULTY, GOOD_ENOUGH, Call

from duizhao import api


@pytest.fixture
def units(folder: Path) -> Path:
    """Two units with two statements, one notice and one file that nobody can read."""
    place = folder / "材料"
    for unit in ("一处", "二处"):
        (place / unit).mkdir(parents=True)
        (place / unit / "甲.txt").write_text(FAULTY, encoding="utf-8")
    (place / "通知.txt").write_text(GOOD_ENOUGH, encoding="utf-8")
    (place / "坏.docx").write_bytes(b"PK\x03\x04")
    return place


def test_folder_becomes_one_document_beside_it(call: Call, units: Path) -> None:
    ran = call("opinion", "材料", "--author", "督导组")
    assert ran.code == 2
    assert "坏.docx" in ran.err
    assert "通知.txt" in ran.err
    text = api.read(units.with_name("材料（意见单）.docx")).text
    assert text.count("审阅人：督导组") == 2


def test_folder_of_results_has_a_file_for_each_statement(call: Call, units: Path) -> None:
    assert call("opinion", "材料", "-o", "退回").code == 2
    written = sorted(path.relative_to("退回").as_posix() for path in Path("退回").rglob("*.docx"))
    assert written == ["一处/甲（意见单）.docx", "二处/甲（意见单）.docx"]


def test_reviewer_comes_from_the_configuration(call: Call, faulty: Path) -> None:
    Path("duizhao.toml").write_text('author = "第三督导组"\n', encoding="utf-8")
    assert call("opinion", faulty.name).code == 0
    assert "审阅人：第三督导组" in api.read(Path("a（意见单）.docx")).text


def test_nothing_is_written_where_there_is_no_statement(call: Call, folder: Path) -> None:
    (folder / "通知.txt").write_text(GOOD_ENOUGH, encoding="utf-8")
    ran = call("opinion", "通知.txt")
    assert "不像对照检查材料" in ran.err
    assert [path.name for path in folder.iterdir() if path.suffix == ".docx"] == []


def test_statement_is_never_overwritten(call: Call, folder: Path) -> None:
    (folder / "甲.docx").write_bytes(b"PK\x03\x04")
    assert call("opinion", "甲.docx", "-o", "甲.docx").code == 2
    assert (folder / "甲.docx").read_bytes() == b"PK\x03\x04"


def test_other_suffix_is_refused(call: Call, faulty: Path) -> None:
    ran = call("opinion", faulty.name, "-o", "意见单.pdf")
    assert ran.code == 2
    assert ".docx" in ran.err
