"""Files and folders become files, each once, in an order that never changes."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from duizhao.errors import UnreadableDocument
from duizhao.read import read, walk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "乙/2.txt", "乙/10.md", "甲/a.DOCX", "甲/~$a.docx", "甲/图.png", ".隐/x.txt", ".git/y.txt", ".venv/z.md",
        "c.doc", "乙/.~lock.txt", "d.wps", "e.rtf", "f.odt",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def test_folder_is_walked_in_stable_order(folder: Path) -> None:
    names = [str(path.relative_to(folder)) for path in walk([folder])]
    assert names == ["c.doc", "d.wps", "e.rtf", "f.odt", "乙/10.md", "乙/2.txt", "甲/a.DOCX"]


def test_file_given_twice_comes_once(folder: Path) -> None:
    assert list(walk([folder / "c.doc", folder / "乙", folder / "c.doc", folder / "乙/2.txt"])) == [
        folder / "c.doc", folder / "乙/10.md", folder / "乙/2.txt",
    ]  # fmt: skip


def test_file_given_by_name_is_not_judged_by_its_suffix(folder: Path) -> None:
    (picture,) = walk([folder / "甲/图.png"])
    with pytest.raises(UnreadableDocument, match=r"不认识 \.png 格式"):
        read(picture)


def test_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="文件或文件夹不存在"):
        list(walk([tmp_path / "无"]))


def test_linked_folders_do_not_lead_in_circles(folder: Path) -> None:
    (folder / "甲" / "环").symlink_to(folder, target_is_directory=True)
    (folder / "甲" / "环.txt").symlink_to(folder, target_is_directory=True)
    assert len(list(walk([folder]))) == 7


def test_what_is_called_a_document_and_is_none_is_reported_by_reading_it(tmp_path: Path) -> None:
    (tmp_path / "断.docx").symlink_to(tmp_path / "无.docx")
    (tmp_path / "圈.txt").symlink_to("圈.txt")
    os.mkfifo(tmp_path / "管.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "座.md"))
    (tmp_path / "空.docx").mkdir()
    reasons = {}
    for path in walk([tmp_path]):
        with pytest.raises(UnreadableDocument) as fault:
            read(path)
        reasons[path.name] = fault.value.reason
    assert reasons == {
        "断.docx": "文件不存在，请检查路径",
        "圈.txt": "链接绕成了圈，请检查它指向哪里",
        "管.txt": "不是普通文件（是文件夹、管道或设备），或文件夹无法打开",
        "座.md": "不是普通文件（是文件夹、管道或设备），或文件夹无法打开",
    }


def test_linked_folder_given_by_name_is_walked(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "链"
    link.symlink_to(folder / "乙", target_is_directory=True)
    assert list(walk([link])) == [link / "10.md", link / "2.txt"]


def test_folder_that_cannot_be_listed_is_reported_by_reading_it(
    tmp_path: Path, monkeypatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(walk([tmp_path])) == [tmp_path]
    with pytest.raises(UnreadableDocument, match="文件夹"):
        read(tmp_path)


def test_very_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["深"] * 200)
    deep.mkdir(parents=True)
    (deep / "a.txt").touch()
    assert list(walk([tmp_path])) == [deep / "a.txt"]
