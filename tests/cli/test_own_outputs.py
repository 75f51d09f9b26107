"""What duizhao wrote itself is no material: folders are read without it, and a reviewed copy has no faults of ours."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from calling import Call

pytest.importorskip("xlsxwriter", reason="the extra `xlsx` is not installed")
NOTO = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
NEEDS_NOTO = pytest.mark.skipif(not NOTO.exists(), reason="fonts-noto-cjk is not installed")
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def texts(folder: Path) -> Path:
    """A folder of two statements."""
    texts = folder / "材料"
    texts.mkdir()
    for name in ("甲", "乙"):
        shutil.copy(EXAMPLES / "faulty.docx", texts / f"{name}.docx")
    return texts


def codes(call: Call, *paths: str) -> list[str]:
    report = json.loads(call("check", *paths, "-f", "json").out)
    return sorted(each["code"] for file in report["files"] for each in file["findings"])


def changed(path: Path, part: str, old: str, new: str) -> None:
    """Change a part of a package as a person does who writes into the file."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts[part]
    parts[part] = before.replace(old.encode(), new.encode())
    assert parts[part] != before
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_all_that_we_wrote_beside_the_material_is_passed_over_and_counted(
    call: Call, texts: Path
) -> None:
    before = codes(call, "材料")
    ledger = call("ledger", "材料", "-o", "材料/台账.xlsx").err
    call("review", "材料", "-o", "材料/审阅")
    call("review", "材料/甲.docx")
    call("check", "材料", "-o", "材料/汇总.xlsx")
    call("opinion", "材料", "-o", "材料/意见单.docx")
    assert codes(call, "材料") == before
    again = call("ledger", "材料", "-o", "材料/台账.xlsx").err
    assert "2 份材料：" in again
    assert ledger.splitlines()[1] == again.splitlines()[1]
    # The opinion sheets ask for themselves; the summary of the copies is a result too.
    kinds = "审阅稿 3 份、检查结果 2 份、台账 1 份、意见单 1 份"
    assert f"读了 2 份、我们自己写的 7 份（{kinds}）" in again
    assert "这是 duizhao 写的" not in again


def test_typeset_statement_is_checked(call: Call, texts: Path) -> None:
    call("typeset", "材料", "-o", "排好")
    assert call("check", "排好").out.splitlines()[-2] == "查了 2 份"


@pytest.mark.parametrize("form", ["docx", pytest.param("pdf", marks=NEEDS_NOTO)])
def test_typeset_copy_beside_its_original_is_not_read_twice(
    form: str, call: Call, texts: Path
) -> None:
    before = codes(call, "材料")
    assert call("typeset", "材料/甲.docx", "--format", form).code == 0
    assert (texts / f"甲（排版稿）.{form}").is_file()
    assert codes(call, "材料") == before
    assert "我们自己写的 1 份（排版稿 1 份）" in call("check", "材料").out
    # With the original gone, or with words of a person in it, it is the statement.
    (texts / "甲.docx").unlink()
    if form == "docx":
        assert call("check", "材料").out.splitlines()[-2] == "查了 2 份"


def test_cure_of_the_layout_runs_as_it_is_printed(
    call: Call, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = call("check", "材料/甲.docx").out
    (cure,) = re.findall(r"一次排好：duizhao (typeset 甲\.docx)$", report, re.MULTILINE)
    monkeypatch.chdir(texts)
    assert call(*cure.split()).code == 0
    assert "版式" not in call("check", "甲（排版稿）.docx").out


def test_folder_of_copies_given_by_accident_is_refused(call: Call, texts: Path) -> None:
    call("review", "材料")
    ran = call("ledger", "材料（审阅稿）", "-o", "台账.xlsx")
    assert ran.code == 2
    assert ran.err.startswith(
        "错误：材料（审阅稿） 里只有我们自己写的 3 份（审阅稿 2 份、检查结果 1 份）；请给出原件"
    )
    assert not Path("台账.xlsx").exists()


def test_reviewed_copy_that_its_author_worked_on_is_the_next_version(
    call: Call, texts: Path
) -> None:
    call("review", "材料", "-o", "返回")
    for path in Path("返回").glob("*.docx"):
        changed(path, "word/document.xml", "教育局", "教育体育局")
    assert call("check", "返回").out.splitlines()[-2].startswith("查了 2 份、我们自己写的 1 份")


def test_changed_copy_beside_its_original_is_still_a_copy(call: Call, texts: Path) -> None:
    call("review", "材料/甲.docx")
    (copy,) = texts.glob("*（审阅稿）.docx")
    changed(copy, "word/document.xml", "教育局", "教育体育局")
    assert (
        call("check", "材料").out.splitlines()[-2] == "查了 2 份、我们自己写的 1 份（审阅稿 1 份）"
    )


@pytest.mark.parametrize("author", [[], ["--author", "督导组"]])
def test_our_comments_in_a_copy_are_no_faults(call: Call, texts: Path, author: list[str]) -> None:
    call("review", "材料/甲.docx", "-o", "审阅稿.docx", *author)
    assert codes(call, "审阅稿.docx") == codes(call, "材料/甲.docx")


def test_our_changes_in_a_copy_are_no_faults(call: Call, texts: Path) -> None:
    call("review", "材料/甲.docx", "-o", "审阅稿.docx", "--fix")
    kept = [code for code in codes(call, "材料/甲.docx") if code in ("DZ319", "DZ320")]
    assert [code for code in codes(call, "审阅稿.docx") if code in ("DZ319", "DZ320")] == kept


def test_comments_of_others_are_faults_as_ever(call: Call, folder: Path) -> None:
    shutil.copy(EXAMPLES / "faulty.docx", folder / "乙.docx")
    assert "DZ319" in codes(call, "乙.docx")
    call("review", "乙.docx", "-o", "丙.docx")
    assert codes(call, "丙.docx").count("DZ319") == codes(call, "乙.docx").count("DZ319")


def test_text_reports_beside_the_material_are_passed_over(call: Call, texts: Path) -> None:
    call("check", "材料", "-o", "材料/结果.txt")
    call("check", "材料", "-o", "材料/结果.html")
    tally = call("check", "材料").out.splitlines()[-2]
    assert tally == "查了 2 份、我们自己写的 2 份（检查结果 2 份）"
