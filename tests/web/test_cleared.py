"""What is cleared is gone from the disk: from stored files, from the database, and from its journal."""

from __future__ import annotations

from pathlib import Path

from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk

from duizhao.web.data_copy import keep_copy
from duizhao.web.data_folder import DataFolder

WORDS = "樟木箱里那本旧账册"
TEXT = f"""\
个人对照检查材料
本人认真查找了不足，现对照检查如下。
一、存在的问题
一是碰硬不够。去年{WORDS}本人拖了三周才上门核对。
二、整改措施
一是上门核对。{WORDS}三月底前核对完，由我负责。
"""


def places_of(words: str, folder: Path) -> list[str]:
    """The files of a folder in which words stand, in UTF-8 or as JSON writes them."""
    found = (words.encode(), words.encode("unicode_escape"))
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in found)
    ]


def test_nothing_of_a_cleared_batch_is_left(desk: RunningDesk) -> None:
    client = DeskClient(desk.data)
    batch = client.begin()
    row = client.put_in(batch, f"{WORDS}.txt", TEXT.encode()).text
    file = f"/files/{row.partition('/files/')[2] or row.partition('files/')[2]}"[:23]
    client.put_in(batch, "乙.txt", TEXT.encode())
    client.post(f"{batch}ledger/take")
    client.post(f"{batch}screen", begin="1")
    client.post(f"{batch}make", form="report")
    client.post(f"{file}/keep-draft", text=TEXT, number="1")
    keep_copy(DataFolder(desk.data))
    assert places_of(WORDS, DataFolder(desk.data).copies)
    assert places_of(WORDS, desk.data)
    assert client.post(f"{batch}clear").status == 302
    assert places_of(WORDS, desk.data) == []
