"""One place writes: what stood there is kept, unless we wrote it and nobody has changed it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from duizhao import api
from duizhao.api import OutputKind
from duizhao.office.marked_package import with_mark
from duizhao.os_reason import IN_USE
from read.made import docx, p

REPORT = "甲.txt：3 处\n"


def copy_of(words: str) -> bytes:
    return with_mark(docx(p(words)), OutputKind.REVIEWED_COPY)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("stood", [b"", "会议纪要".encode(), b"PK\3\4", docx(p("会议纪要"))])
def test_a_file_of_another_hand_is_kept(stood: bytes, tmp_path: Path) -> None:
    place = tmp_path / "甲.docx"
    place.write_bytes(stood)
    written = api.write_output(place, copy_of("一稿"), OutputKind.REVIEWED_COPY)
    assert written == api.WrittenFile(place, tmp_path / "甲.docx.bak")
    assert (tmp_path / "甲.docx.bak").read_bytes() == stood
    assert place.read_bytes() == copy_of("一稿")


def test_ours_is_replaced_until_somebody_changes_it(tmp_path: Path) -> None:
    place = tmp_path / "甲.docx"
    for words in ("一稿", "二稿"):
        written = api.write_output(place, copy_of(words), OutputKind.REVIEWED_COPY)
        assert written.backup is None
    changed = docx(p("作者改过"), **{"docProps/custom.xml": ""})
    place.write_bytes(changed)
    api.write_output(place, copy_of("三稿"), OutputKind.REVIEWED_COPY)
    assert names(tmp_path) == ["甲.docx", "甲.docx.bak"]
    assert (tmp_path / "甲.docx.bak").read_bytes() == changed


@pytest.mark.parametrize("data", [REPORT, '{"files":[]}\n', "<!doctype html>\n<p>3 处</p>\n"])
def test_a_report_is_replaced_until_somebody_changes_it(data: str, tmp_path: Path) -> None:
    place = tmp_path / "果"
    for content in (data, data.replace("3", "4"), data):
        assert api.write_output(place, content, OutputKind.FINDINGS).backup is None
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n", 1))
    assert api.write_output(place, data, OutputKind.FINDINGS).backup == tmp_path / "果.bak"
    assert api.write_output(place, data, OutputKind.FINDINGS).backup is None


def test_ours_of_another_kind_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "甲.docx"
    place.write_bytes(with_mark(docx(p("排好")), OutputKind.TYPESET))
    assert api.write_output(place, copy_of("一稿"), OutputKind.REVIEWED_COPY).backup


def test_what_holds_the_same_already_is_not_kept_twice(tmp_path: Path) -> None:
    place = tmp_path / "甲.docx"
    place.write_bytes(docx(p("没有标记")))
    assert api.write_output(place, place.read_bytes(), OutputKind.TYPESET).backup is None


def test_backups_are_numbered_and_none_is_lost(tmp_path: Path) -> None:
    place = tmp_path / "甲.txt"
    for words in ("一", "二", "三"):
        place.write_text(words, encoding="utf-8")
        api.write_output(place, REPORT, OutputKind.FINDINGS)
    assert names(tmp_path) == ["甲.txt", "甲.txt.bak", "甲.txt.bak2", "甲.txt.bak3"]
    kept = [(tmp_path / f"甲.txt.bak{number}").read_text("utf-8") for number in ("", 2, 3)]
    assert kept == ["一", "二", "三"]


def test_a_disk_without_second_names_gets_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EOPNOTSUPP, "")

    monkeypatch.setattr(os, "link", refuse)
    place = tmp_path / "甲.txt"
    for words in ("一", "二"):
        place.write_text(words, encoding="utf-8")
        place.chmod(0o640)
        api.write_output(place, REPORT, OutputKind.FINDINGS)
    assert names(tmp_path) == ["甲.txt", "甲.txt.bak", "甲.txt.bak2"]
    assert (tmp_path / "甲.txt.bak2").read_text("utf-8") == "二"
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o640}


def test_a_file_open_in_an_office_program_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "台账.xlsx"
    place.write_bytes(b"old")

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(api.Unwritable, match=IN_USE):
        api.write_output(place, b"PKnew", OutputKind.LEDGER)
    assert names(tmp_path) == ["台账.xlsx"]
    assert place.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("台账.xlsx", "~$台账.xlsx"),
        ("台账.xlsx", ".~lock.台账.xlsx#"),
        ("台账.xlsx", ".~台账.xlsx"),
        ("甲.docx", "~$甲.docx"),
        ("张三的对照检查材料.docx", "~$的对照检查材料.docx"),
        ("张三对照检查.docx", "~$张三对照检查.docx"),
        ("张三的对照检查.docx", "~$三的对照检查.docx"),
    ],
)
def test_a_lock_beside_it_says_that_it_is_open(name: str, lock: str, tmp_path: Path) -> None:
    place = tmp_path / name
    (tmp_path / lock).write_bytes(b"")
    api.refuse_unwritable([place])
    place.write_bytes(b"old")
    for write in (
        lambda: api.refuse_unwritable([place]),
        lambda: api.write_output(place, b"PKnew", OutputKind.LEDGER),
        lambda: api.write_original(place, b"PKnew"),
    ):
        with pytest.raises(api.Unwritable, match=r"请先关闭.*删去旁边的"):
            write()
    assert names(tmp_path) == sorted([name, lock])


def test_no_folder_is_left_where_nothing_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "")

    place = tmp_path / "果" / "一组" / "甲.docx"
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(api.UnwritablePlace, match="磁盘已满"):
        api.write_output(place, b"PK", OutputKind.REVIEWED_COPY, makes_folders=True)
    assert names(tmp_path) == []


def test_places_are_refused_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "占").write_bytes(b"")
    cases = {
        tmp_path: "这是一个文件夹",
        tmp_path / "没有" / "果.xlsx": "上级文件夹不存在",
        tmp_path / "占" / "果.xlsx": "不是文件夹",
        tmp_path / ("长" * 100): "太长",
    }
    for place, said in cases.items():
        with pytest.raises(api.Unwritable, match=said):
            api.refuse_unwritable([place])
    api.refuse_unwritable([tmp_path / "没有" / "果.xlsx"], makes_folders=True)
    api.refuse_unwritable([Path(os.devnull), tmp_path / "果.xlsx"])
    assert names(tmp_path) == ["占"]


def test_an_input_is_found_by_every_name(tmp_path: Path) -> None:
    place = tmp_path / "甲.docx"
    place.write_bytes(b"")
    (tmp_path / "链接.docx").symlink_to(place)
    (tmp_path / "同一个.docx").hardlink_to(place)
    for output in ("甲.docx", "链接.docx", "同一个.docx", f"../{tmp_path.name}/甲.docx"):
        with pytest.raises(api.Unwritable, match="就是要读的文件"):
            api.refuse_inputs([tmp_path / output], [place])
    api.refuse_inputs([tmp_path / "乙.docx"], [place, tmp_path / "没有.docx"])


def fail_behind_others(made: list[Path], file: Path) -> None:
    with api.without_empty_folders([*made, file.parent]):
        for folder in (*made, file.parent):
            folder.mkdir(parents=True, exist_ok=True)
        file.touch()
        raise api.Unwritable("磁盘已满")


def test_folders_that_another_made_are_gone_behind_a_failure_and_others_stay(
    tmp_path: Path,
) -> None:
    (tmp_path / "原有").mkdir()
    with pytest.raises(api.Unwritable):
        fail_behind_others(
            [tmp_path / "审阅" / "甲", tmp_path / "原有"], tmp_path / "有稿" / "稿.docx"
        )
    assert names(tmp_path) == ["原有", "有稿"]
