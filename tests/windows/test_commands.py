"""Every command under wine, on names as offices have them."""

from __future__ import annotations

import json
import shutil
import time
import zipfile
from pathlib import Path

import pytest
from office_computer import FONT, OfficeComputer, as_windows

from duizhao.cli.commands import run

pytestmark = pytest.mark.wine

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GONE_WITHIN_SECONDS = 100
UNIT = "一 支部 50% & 党办"
STATEMENT = "张三 100%PATH% & 李四[1]（初稿）.docx"


@pytest.fixture
def desk_of(tmp_path: Path) -> Path:
    """A folder with the statements of a unit."""
    folder = tmp_path / "局机关 & 下属"
    (folder / UNIT).mkdir(parents=True)
    for example, name in (
        ("faulty.docx", STATEMENT),
        ("good.docx", "王五.docx"),
        ("faulty.txt", "赵六.txt"),
    ):
        shutil.copy(EXAMPLES / example, folder / UNIT / name)
    return folder


def test_commands_do_the_same_as_on_linux(computer: OfficeComputer, desk_of: Path) -> None:
    one = f"{UNIT}\\{STATEMENT}"
    calls = [
        ["check", UNIT, "-o", "结 果.json"],
        ["check", UNIT, "-o", "结 果.html"],
        ["check", one, "-o", "结果 100%.xlsx"],
        ["check", one],
        ["review", UNIT, "-o", "审 阅 & 退回"],
        ["opinion", UNIT, "-o", "意见 单"],
        ["typeset", one, "-o", "排 版.docx"],
        ["ledger", UNIT, "-o", "台 账.xlsx"],
        ["compare", one, f"{UNIT}\\王五.docx"],
        ["screen", UNIT, "-o", "相同 段落.html"],
        ["explain", "DZ201"],
        ["profiles"],
        ["fonts"],
        ["check", "没有.docx"],
    ]
    answers = computer.calls(desk_of, calls)
    codes = {" ".join(call): answer.code for call, answer in zip(calls, answers, strict=True)}
    assert list(codes.values()) == [1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2], (codes, answers)
    assert answers[3].out.count(one) >= 1
    assert "没有.docx：文件或文件夹不存在" in answers[-1].err
    assert "sudo" not in answers[12].out
    assert "右键点字体文件，选“安装”" in answers[12].out
    for made in (
        "结果 100%.xlsx",
        "排 版.docx",
        "台 账.xlsx",
        f"审 阅 & 退回/{Path(STATEMENT).stem}（审阅稿）.docx",
    ):
        assert zipfile.is_zipfile(desk_of / made)
    assert len(list((desk_of / "意见 单").iterdir())) == 3
    here = desk_of / "在这里.json"
    assert run(["check", str(desk_of / UNIT), "-o", str(here)]) == 1
    assert findings(desk_of / "结 果.json") == findings(here)


def findings(report: Path) -> list[object]:
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    return [
        [each["name"].replace("\\", "/").rpartition("/")[2], each["findings"]] for each in files
    ]


@pytest.mark.skipif(not FONT.exists(), reason="Noto CJK is not on this machine")
def test_pdf_is_typeset_and_read_again(computer: OfficeComputer, desk_of: Path) -> None:
    calls = [["typeset", f"{UNIT}\\王五.docx", "-o", "排 版.pdf"], ["check", "排 版.pdf"]]
    typeset, checked = computer.calls(desk_of, calls)
    assert typeset.code == 0, typeset
    assert (desk_of / "排 版.pdf").read_bytes().startswith(b"%PDF")
    assert checked.code in (0, 1), checked


def test_folder_is_read_by_processes_that_are_started_anew(
    computer: OfficeComputer, tmp_path: Path
) -> None:
    folder = tmp_path / "四十 份"
    folder.mkdir()
    for number in range(1, 41):
        shutil.copy(EXAMPLES / "faulty.txt", folder / f"{number} 号 & 50%.txt")
    (answer,) = computer.calls(tmp_path, [["check", folder.name, "--jobs", "2"]])
    assert answer.code == 1, answer
    assert "查了 40 份" in answer.out


def test_words_of_the_console_are_names_of_files(computer: OfficeComputer, desk_of: Path) -> None:
    for name in ("二稿[1].txt", "二稿1.txt"):
        shutil.copy(EXAMPLES / "good.txt", desk_of / name)
    answer = computer.run(desk_of, "check", "二稿*.txt", as_windows(desk_of / UNIT / STATEMENT))
    assert answer.code == 1, answer
    assert "查了 3 份" in answer.out
    # A long path is shown from its end.
    assert "100%PATH% & 李四[1]（初稿）.docx  必改" in answer.out


def test_index_keeps_no_file_of_what_was_removed(computer: OfficeComputer, desk_of: Path) -> None:
    text = (EXAMPLES / "good.txt").read_text(encoding="utf-8")
    for number in range(3):
        (desk_of / f"{number}.txt").write_text(
            text.replace("水务", f"粮食{number}"), encoding="utf-8"
        )
    calls = [
        *(["screen", "add", f"{number}.txt", "--index", "查 重"] for number in range(3)),
        ["screen", "list", "--index", "查 重"],
    ]
    listed = computer.calls(desk_of, calls)[-1].out
    id = next(line.split()[0] for line in listed.splitlines() if line.endswith("1.txt"))
    removed, joined = computer.calls(
        desk_of,
        [["screen", "remove", id, "--index", "查 重"], ["screen", "join", "--index", "查 重"]],
    )
    assert (removed.code, joined.code) == (0, 1), (removed, joined)
    assert "索引里 2 份材料" in joined.out
    kept = [each for each in (desk_of / "查 重").iterdir() if each.suffix == ".npy"]
    assert len(kept) == 1
    # Other tests may run: what is theirs goes again.
    ends = time.monotonic() + GONE_WITHIN_SECONDS
    while computer.temporary_files():
        assert time.monotonic() < ends, computer.temporary_files()
        time.sleep(0.2)


def test_paths_are_of_any_length(computer: OfficeComputer, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(
        "材料", *(f"第{number}党支部的材料和附件（二〇二五年）" for number in range(15))
    )
    deep.mkdir(parents=True)
    shutil.copy(EXAMPLES / "faulty.docx", deep / "张三.docx")
    shutil.copy(EXAMPLES / "faulty.txt", deep / "李四.txt")
    assert len(str(deep)) > 260
    one = as_windows(deep / "张三.docx")
    calls = [
        ["check", "材料"],
        ["check", one, "-o", as_windows(deep / "结果.html")],
        ["review", "材料", "-o", "审阅"],
        ["check", as_windows(deep / "李四.txt"), "--fix"],
        ["typeset", one, "-o", as_windows(deep / "排版.docx")],
    ]
    answers = computer.calls(tmp_path, calls, paths_are_limited=True)
    assert [each.code for each in answers] == [1, 1, 0, 1, 0], answers
    assert "\\\\?\\" not in "".join(each.out + each.err for each in answers)
    assert (deep / "李四.txt.bak").exists()
    assert len(list((tmp_path / "审阅").rglob("*（审阅稿）.docx"))) == 2
