"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from duizhao.errors import Unwritable
from duizhao.files import write_in_place, write_whole


def test_old_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match=r"a\.txt"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_new_file_gets_ordinary_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", b"x")
    (tmp_path / "b.txt").write_bytes(b"x")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_long_names_are_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / ("材" * 80 + ".txt")
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="文件夹"):
        write_whole(tmp_path, b"x")


def test_device_is_written_to_and_not_replaced() -> None:
    before = os.stat(os.devnull)
    write_whole(Path(os.devnull), b"x")
    assert os.stat(os.devnull).st_ino == before.st_ino


def test_every_backup_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"0")
    path.chmod(0o640)
    backups = [write_in_place(path, data) for data in (b"1", b"2", b"3")]
    assert [backup.name for backup in backups] == ["a.txt.bak", "a.txt.bak2", "a.txt.bak3"]
    assert [backup.read_bytes() for backup in backups] == [b"0", b"1", b"2"]
    assert path.read_bytes() == b"3"
    assert {each.stat().st_mode & 0o777 for each in (path, *backups)} == {0o640}


def test_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_bytes(b"old")
    link.symlink_to(path)
    assert write_in_place(link, b"new") == tmp_path.resolve() / "a.txt.bak"
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_nothing_to_back_up_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=r"a\.txt"):
        write_in_place(tmp_path / "a.txt", b"new")
    assert not os.listdir(tmp_path)
