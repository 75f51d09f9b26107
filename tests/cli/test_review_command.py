"""`duizhao review` as it is called."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from calling import FAULTY, Call
from threaded import answered

from duizhao import api

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def word(folder: Path) -> Path:
    return Path(shutil.copy(EXAMPLES / "faulty.docx", folder / "甲.docx"))


def comments(path: Path) -> int:
    return sum(aside.author == "duizhao" for aside in api.read(path).asides)


def test_copy_stands_beside_the_original_and_its_digest_is_told(call: Call, word: Path) -> None:
    before = word.read_bytes()
    ran = call("review", word.name)
    assert ran.code == 0
    copy = word.with_name("甲（审阅稿）.docx")
    assert word.read_bytes() == before
    assert comments(copy) > 40
    assert api.digest(api.read(word).text) in ran.err
    assert api.read(copy).text == api.read(word).text


def test_original_is_replaced_only_when_asked_and_kept_beside(call: Call, word: Path) -> None:
    before = word.read_bytes()
    ran = call("review", word.name, "-o", word.name)
    assert ran.code == 2
    assert "--in-place" in ran.err
    assert word.read_bytes() == before
    assert call("review", word.name, "--in-place").code == 0
    assert comments(word) > 40
    assert word.with_name("甲.docx.bak").read_bytes() == before


def test_answered_comments_are_told_of(call: Call, word: Path) -> None:
    call("review", word.name, "-o", "b.docx")
    copy = word.with_name("b.docx")
    copy.write_bytes(answered(copy.read_bytes(), {"5": "改过了"}))
    before = comments(copy)
    ran = call("review", "b.docx", "--in-place")
    assert "有人答复过、照原样留下的批注：1 处" in ran.err
    assert comments(copy) == before


def test_folder_becomes_a_folder_and_one_workbook(call: Call, folder: Path) -> None:
    place = folder / "材料"
    (place / "二科").mkdir(parents=True)
    shutil.copy(EXAMPLES / "faulty.docx", place / "甲.docx")
    (place / "甲.txt").write_text(FAULTY, encoding="utf-8")
    (place / "二科" / "乙.docx").write_bytes(b"PK\3\4 broken")
    ran = call("review", "材料", "-o", "审阅", "--fix")
    assert ran.code == 2
    assert "乙.docx" in ran.err
    made = {str(path.relative_to(folder / "审阅")) for path in (folder / "审阅").rglob("*")}
    assert made == {"甲（审阅稿）.docx", "甲.txt（审阅稿）.docx", "审阅汇总.xlsx"}


def test_text_becomes_a_word_file_with_the_same_words(call: Call, faulty: Path) -> None:
    assert call("review", faulty.name).code == 0
    copy = faulty.with_name("a（审阅稿）.docx")
    assert api.read(copy).text == FAULTY
    assert comments(copy) > 3
    assert call("review", faulty.name, "--in-place").code == 2
    assert faulty.read_text(encoding="utf-8") == FAULTY


def test_text_that_word_cannot_hold_is_told(call: Call, folder: Path) -> None:
    (folder / "a.txt").write_bytes("甲\x01乙\r\n\x0c丙\tA\rB".encode())
    ran = call("review", "a.txt", "-o", "b.docx")
    assert ran.code == 0
    assert "控制字符" in ran.err
    assert api.read(folder / "b.docx").text == "甲\ufffd乙\n\n丙\tA\nB"


def test_author_is_named_on_the_command_line_or_in_the_configuration(
    call: Call, folder: Path, word: Path
) -> None:
    assert call("review", word.name, "-o", "b.docx", "--author", "第三督导组").code == 0
    (folder / "duizhao.toml").write_text('author = "督导组"\n', encoding="utf-8")
    assert call("review", word.name, "-o", "c.docx").code == 0
    assert call("review", word.name, "-o", "d.docx", "--author", "duizhao").code == 0
    for name, author in (("b", "第三督导组\u2060"), ("c", "督导组\u2060"), ("d", "duizhao")):
        asides = api.read(folder / f"{name}.docx").asides
        assert sum(aside.author == author for aside in asides) > 40, name
    assert comments(folder / "c.docx") == 0


def test_blank_author_is_a_fault(call: Call, word: Path) -> None:
    ran = call("review", word.name, "-o", "b.docx", "--author", " ")
    assert ran.code == 2
    assert "--author" in ran.err
    assert not word.with_name("b.docx").exists()
