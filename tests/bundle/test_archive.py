"""What is packed twice is the same to the byte, whatever the dates of its files and the order they were made in."""

from __future__ import annotations

import os
import subprocess
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest
from bundle_samples import folder
from tools.bundle import sizes
from tools.bundle.archive import DIGESTS, digest, write_digests, write_tar, write_zip


@pytest.mark.parametrize("write", [write_zip, write_tar])
def test_dates_and_rights_change_no_byte(write, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for number, place in enumerate((first, second)):
        made = folder(place)
        for path in made.rglob("*"):
            os.utime(path, (number * 1e6, number * 1e6))
            if path.is_file():
                path.chmod(0o600 if number else 0o664)
        write(made, place / "packed")
    assert digest(first / "packed") == digest(second / "packed")


def test_names_in_chinese_come_back_from_both(tmp_path: Path) -> None:
    made = folder(tmp_path)
    write_zip(made, tmp_path / "a.zip")
    write_tar(made, tmp_path / "a.tar.gz")
    with ZipFile(tmp_path / "a.zip") as packed, tarfile.open(tmp_path / "a.tar.gz") as pressed:
        names = packed.namelist()
        assert names == sorted(names)
        assert "对照-win64/lib/许可证/目录.txt" in names
        assert set(names) == {member.name for member in pressed if member.isfile()}
        assert packed.getinfo("对照-win64/对照.exe").external_attr >> 16 & 0o111


def test_digests_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    made = folder(tmp_path)
    write_digests(made)
    write_digests(made)
    done = subprocess.run(["sha256sum", "-c", DIGESTS], cwd=made, capture_output=True, check=False)
    assert done.returncode == 0
    assert len((made / DIGESTS).read_text(encoding="utf-8").splitlines()) == 3


def test_folder_that_is_too_large_ends_the_build(tmp_path: Path, monkeypatch) -> None:
    made = folder(tmp_path)
    archive = tmp_path / "a.zip"
    write_zip(made, archive)
    sizes.refuse_large(made, archive)
    assert sizes.report(made, archive)[-1].endswith("a.zip")
    monkeypatch.setattr(sizes, "MAX_FOLDER", 100)
    with pytest.raises(SystemExit, match="太大"):
        sizes.refuse_large(made, archive)
