"""What the store of an index refuses is said in Chinese, and nothing is left where none could be made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from duizhao.errors import Unwritable, UnwritablePlace
from duizhao.reuse.index import Index
from duizhao.reuse.prepare import Filing
from duizhao.reuse.store_fault import store_written
from full_disk import mounted

SAID = {
    "SQLITE_FULL": "磁盘已满",
    "SQLITE_IOERR_WRITE": "读写出错",
    "SQLITE_READONLY_DBMOVED": "只读的",
    "SQLITE_CANTOPEN": "没有权限",
    "SQLITE_BUSY": "请稍后再试",
    "SQLITE_CORRUPT": "索引已损坏",
    "SQLITE_NOTADB": "不是查重索引",
    "SQLITE_RANGE": "SQLITE_RANGE",
}


@pytest.mark.parametrize("name", SAID)
def test_each_error_of_the_store_has_its_words(name: str) -> None:
    fault = sqlite3.OperationalError("words of the store")
    fault.sqlite_errorname = name
    with pytest.raises(Unwritable, match=SAID[name]) as raised, store_written(Path("查重")):
        raise fault
    assert str(raised.value).startswith("查重：")
    assert "words" not in str(raised.value)


def test_a_file_is_no_place_for_an_index(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"old")
    with pytest.raises(Unwritable, match="这是一个文件"):
        Index(tmp_path / "甲.docx")
    (tmp_path / "坏").mkdir()
    (tmp_path / "坏" / "screen.sqlite").write_bytes(b"not a store at all " * 300)
    with pytest.raises(Unwritable, match="不是查重索引"):
        Index(tmp_path / "坏")


def test_a_full_disk_ends_the_filing_and_keeps_what_was_filed(tmp_path: Path) -> None:
    with mounted(tmp_path / "盘", "size=300k") as disk, Index(disk / "查重") as index:
        index.add("学习不够深入，联系实际不够。" * 20, "甲.txt")
        filings = (Filing(prose(number), f"{number}.txt") for number in range(200))
        with pytest.raises(UnwritablePlace, match="磁盘已满"):
            list(index.add_all(filings, batch=1))
        assert index.entries()[0].name == "甲.txt"


def prose(number: int) -> str:
    """Three thousand characters that no other text has in this order."""
    return f"第{number}篇：" + "".join(map(chr, range(0x4E00 + number, 0x5600)))


def test_a_read_only_disk_leaves_no_folder(tmp_path: Path) -> None:
    with mounted(tmp_path / "盘", "ro") as disk:
        with pytest.raises(UnwritablePlace, match="只读的"):
            Index(disk / "查重")
        assert not list(disk.iterdir())
