"""Which files are read: those that are named, and those of folders that nothing excludes."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao import api

TREE = (
    "甲.txt", "乙副本.txt", "图.png", ".隐藏.txt", "~$甲.docx",
    "归档/丙.docx", "归档/2023/丁.md", "一组/归档/戊.txt",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in TREE:
        file = tmp_path / "材料" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    return tmp_path / "材料"


def names(paths: list[Path]) -> str:
    return "".join(path.stem[0] for path in paths)


@pytest.mark.parametrize(
    ("globs", "read"),
    [
        ((), "戊乙丁丙甲"),
        (("*.txt",), "丁丙"),
        (("归档",), "乙甲"),
        (("归档/",), "乙甲"),
        (("归档/*",), "戊乙甲"),
        (("*/归档/*",), "乙丁丙甲"),
        (("*副本*", "*.md"), "戊丙甲"),
        (("*",), ""),
        (("甲",), "戊乙丁丙甲"),
        (("[甲乙]*",), "戊丁丙"),
    ],
)
def test_globs_of_a_call_count_from_the_folder(
    globs: tuple[str, ...], read: str, folder: Path
) -> None:
    assert sorted(names(api.paths_in([folder], exclude=globs))) == sorted(read)


@pytest.mark.parametrize(
    ("globs", "read"),
    [(("材料/归档/*",), "戊乙甲"), (("归档/*",), "戊乙丁丙甲"), (("归档",), "乙甲")],
)
def test_globs_of_a_configuration_count_from_its_own_folder(
    globs: tuple[str, ...], read: str, folder: Path
) -> None:
    config = api.Config(exclude=globs, folder=folder.parent)
    assert sorted(names(api.paths_in([folder], config))) == sorted(read)


def test_file_that_is_named_is_read_whatever_excludes_it(folder: Path) -> None:
    config = api.Config(exclude=("*",), folder=folder)
    named = [folder / "甲.txt", folder / "图.png"]
    assert api.paths_in(named, config, exclude=("*",)) == named


def test_file_that_is_named_and_found_is_read_once(folder: Path) -> None:
    paths = api.paths_in([folder / "甲.txt", folder, folder / "甲.txt"])
    assert len(paths) == len(set(paths)) == 5
    assert paths[0] == folder / "甲.txt"


def test_files_stand_in_the_order_of_their_names(folder: Path) -> None:
    paths = api.paths_in([folder])
    assert paths == sorted(paths)


def test_path_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(api.DuizhaoError, match="不存在"):
        api.paths_in([folder, folder / "没有"])
