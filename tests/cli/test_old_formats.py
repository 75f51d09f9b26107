"""Files of older formats in `review` and `typeset` come out as Word files of the same words, and that is said."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from calling import FAULTY, Call

from duizhao import api
from duizhao.read import libreoffice, read_bytes
from duizhao.text.digest import digest

EXAMPLE = Path(__file__).parents[2] / "examples" / "faulty.docx"
CONVERTED = "原件是旧格式，审阅稿已转成 .docx"
needs_libreoffice = pytest.mark.skipif(
    libreoffice.soffice() is None, reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as Word 97 wrote files, with its comment and its tracked changes."""
    folder = tmp_path_factory.mktemp("old")
    subprocess.run(
        [str(libreoffice.soffice()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "doc", "--outdir", str(folder), str(EXAMPLE)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return folder / "faulty.doc"


def rich_text(text: str) -> str:
    said = "".join(f"\\u{ord(each)}?" if ord(each) > 127 else each for each in text)
    return "{\\rtf1\\ansi " + said.replace("\n", "\\par\n") + "}"


@pytest.mark.libreoffice
@needs_libreoffice
def test_folder_of_old_files_becomes_a_folder_of_reviewed_word_files(
    call: Call, folder: Path, made: Path
) -> None:
    place = folder / "材料"
    place.mkdir()
    shutil.copy(made, place / "甲.doc")
    shutil.copy(EXAMPLE, place / "甲.docx")
    (place / "乙.rtf").write_text(rich_text(FAULTY), encoding="ascii")
    ran = call("review", "材料", "-o", "审阅", "--fix", "-v")
    assert ran.code == 0, ran.err
    assert ran.err.count(CONVERTED) == 2
    copies = {path.name: api.read(path) for path in (folder / "审阅").glob("*.docx")}
    # A Word file keeps its name; the old one of the same name takes another.
    assert set(copies) == {"甲（审阅稿）.docx", "甲.doc（审阅稿）.docx", "乙（审阅稿）.docx"}
    for source in copies.values():
        assert sum(aside.author == "duizhao" for aside in source.asides) > 5
        assert any(aside.kind == "inserted" for aside in source.asides)
    people = [
        [(aside.author, aside.text) for aside in copies[name].asides if aside.author == "王某"]
        for name in ("甲（审阅稿）.docx", "甲.doc（审阅稿）.docx")
    ]
    assert people[0][0] == people[1][0]
    assert copies["甲.doc（审阅稿）.docx"].text == copies["甲（审阅稿）.docx"].text


@pytest.mark.libreoffice
@needs_libreoffice
def test_old_file_is_set_and_what_stays_behind_is_told(
    call: Call, folder: Path, made: Path
) -> None:
    shutil.copy(made, folder / "甲.doc")
    ran = call("typeset", "甲.doc", "-o", "乙.docx")
    assert ran.code == 0
    assert digest(api.read(folder / "乙.docx").text) == digest(api.read(EXAMPLE).text)
    assert "没有带入新文件：批注 1 处" in ran.err


@pytest.mark.libreoffice
@needs_libreoffice
def test_old_file_on_standard_input_keeps_its_look(
    call: Call, folder: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(made.read_bytes())))
    ran = call("review", "-", "-o", "乙.docx")
    assert ran.code == 0
    assert CONVERTED in ran.err
    made_bytes = (folder / "乙.docx").read_bytes()
    assert read_bytes(made_bytes).text == api.read(EXAMPLE).text
    assert any(aside.author == "王某" for aside in read_bytes(made_bytes).asides)


@pytest.mark.parametrize("command", ["review", "typeset"])
def test_old_file_is_not_written_over(call: Call, folder: Path, command: str) -> None:
    (folder / "甲.rtf").write_text(FAULTY, encoding="utf-8")
    before = (folder / "甲.rtf").read_bytes()
    ran = call(command, "甲.rtf", "--in-place")
    assert ran.code == 2
    assert "不是 .docx" in ran.err
    assert "请用 -o 另写一份" in ran.err
    assert (folder / "甲.rtf").read_bytes() == before


@pytest.mark.parametrize("command", ["review", "typeset"])
def test_missing_libreoffice_is_one_line_that_says_what_to_do(
    call: Call, folder: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)
    (folder / "甲.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    ran = call(command, "甲.doc", "-o", "乙.docx")
    assert ran.code == 2
    assert "需要 LibreOffice；请安装它，或用 Word、WPS 另存为 .docx" in ran.err
    assert not (folder / "乙.docx").exists()


def test_copy_is_not_written_under_the_name_of_another_format(call: Call, folder: Path) -> None:
    (folder / "甲.txt").write_text(FAULTY, encoding="utf-8")
    ran = call("review", "甲.txt", "-o", "甲.doc")
    assert ran.code == 2
    assert "请改成 甲.docx" in ran.err
    assert not (folder / "甲.doc").exists()


@pytest.mark.parametrize("option", [[], ["--fix"], ["--diff"]])
def test_old_files_of_a_run_share_one_start_of_libreoffice(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, option: list[str]
) -> None:
    starts = []

    def convert_call(files, kind, seconds=0.0):
        starts.append(len(files))
        return [EXAMPLE.read_bytes() for _ in files], True

    monkeypatch.setattr(libreoffice, "convert_call", convert_call)
    monkeypatch.setattr(libreoffice, "soffice", lambda: "soffice")
    for name in "甲乙丙":
        (folder / f"{name}.rtf").write_text(rich_text(FAULTY + name), encoding="ascii")
    ran = call("check", ".", *option)
    assert ran.code < 2, ran.err
    assert starts == [3]
