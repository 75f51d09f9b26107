"""`duizhao compare` as it is called."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from calling import FAULTY, GOOD_ENOUGH, Call
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from referencing import Registry, Resource

from duizhao.report.json import SCHEMA_PATH as CHECK_SCHEMA
from duizhao.report.versions.json import FOLDER_SCHEMA_PATH, SCHEMA_PATH

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def versions(folder: Path) -> tuple[str, str]:
    """The first version has a blank and a slip, the second the slip and a new doubled word."""
    (folder / "一稿.txt").write_text(FAULTY, encoding="utf-8")
    second = FAULTY.replace("推进xx工作", "推进河长制的的工作")
    (folder / "二稿.txt").write_text(second, encoding="utf-8")
    return "一稿.txt", "二稿.txt"


def test_terminal_shows_new_left_and_mended_and_ends_with_the_counts(
    call: Call, versions: tuple[str, str]
) -> None:
    ran = call("compare", *versions)
    assert ran.code == 1
    new, left, mended = (ran.out.index(head) for head in ("新出现 ", "还在 ", "已改 "))
    assert new < ran.out.index("二稿.txt:3:9") < left < ran.out.index("DZ601") < mended
    assert "  3:6 必改 DZ301 空白未填 “xx”" in ran.out
    assert ran.out.splitlines()[-1].startswith("一稿.txt → 二稿.txt：已改 ")


def test_nothing_left_is_exit_code_zero(call: Call, folder: Path, faulty: Path) -> None:
    (folder / "b.txt").write_text(GOOD_ENOUGH, encoding="utf-8")
    ran = call("compare", faulty.name, "b.txt", "--select", "DZ3,DZ6")
    assert ran.code == 0
    assert "还在 0 处，新出现 0 处" in ran.out


def test_word_and_text_are_compared_without_layout(call: Call, folder: Path) -> None:
    for name in ("faulty.txt", "good.docx"):
        shutil.copy(EXAMPLES / name, folder)
    ran = call("compare", "faulty.txt", "good.docx")
    assert "版式的问题没有比较" in ran.out
    assert "DZ7" not in ran.out


def test_json_is_as_published(call: Call, folder: Path, versions: tuple[str, str]) -> None:
    ran = call("compare", *versions, "-o", "对比.json")
    assert ran.code == 1
    written = json.loads((folder / "对比.json").read_text(encoding="utf-8"))
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in (SCHEMA_PATH, CHECK_SCHEMA)]
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas
    )
    Draft202012Validator(schemas[0], registry=registry).validate(written)
    assert set(written) == set(schemas[0]["properties"])
    assert written["summary"] == {key: len(written[key]) for key in ("mended", "left", "new")}
    assert "DZ301" in [finding["code"] for finding in written["mended"]]


def test_neither_version_is_written_over(call: Call, folder: Path) -> None:
    for version in ("一稿.txt", "二稿.txt"):
        (folder / version).write_text(FAULTY, encoding="utf-8")
        ran = call("compare", "一稿.txt", "二稿.txt", "-o", version)
        assert ran.code == 2
        assert (folder / version).read_text(encoding="utf-8") == FAULTY


@pytest.mark.parametrize(
    ("paths", "reason"),
    [
        (("a.txt", "没有.txt"), "没有.txt：文件不存在"),
        (("a.txt", "."), "都给文件夹"),
        (("-", "-"), "只能是两稿中的一稿"),
        (("a.txt",), "二稿"),
    ],
)
def test_what_cannot_be_compared_is_a_fault(
    call: Call, faulty: Path, paths: tuple[str, ...], reason: str
) -> None:
    assert faulty.name == "a.txt"
    ran = call("compare", *paths)
    assert ran.code == 2
    assert reason in ran.err
    assert not ran.out


def test_page_lists_a_repeated_finding_once_with_its_places(call: Call, folder: Path) -> None:
    text = FAULTY + "联系××工作不多。\n走访××次数不够。\n"
    for name in ("一稿.txt", "二稿.txt"):
        (folder / name).write_text(text, encoding="utf-8")
    call("compare", "一稿.txt", "二稿.txt", "-o", "对比.html")
    page = (folder / "对比.html").read_text(encoding="utf-8")
    line = FAULTY.count("\n") + 1
    assert f"第 3 行、第 {line} 行、第 {line + 1} 行，共 3 处　DZ301" in page


def test_page_has_a_section_for_each_outcome_and_escapes_what_it_shows(
    call: Call, folder: Path
) -> None:
    (folder / "一稿.txt").write_text(FAULTY, encoding="utf-8")
    second = FAULTY.replace("部职工", "部<script>alert(1)</script>职工的的")
    (folder / "<b>.txt").write_text(second, encoding="utf-8")
    ran = call("compare", "一稿.txt", "<b>.txt", "-o", "对比.html")
    assert ran.code == 1
    page = (folder / "对比.html").read_text(encoding="utf-8")
    new, left, mended = (
        page.index(f'<section id="{head}">') for head in ("新出现", "还在", "已改")
    )
    assert new < left < mended
    counts = re.findall(r"<a [^>]*>[^<]+ <b>([0-9]+)</b></a>", page)
    assert page.count("<li ") == sum(map(int, counts)) > 0
    assert "<script>alert" not in page
    assert "&lt;b&gt;.txt" in page


def test_workbook_has_a_row_for_each_finding(
    call: Call, folder: Path, versions: tuple[str, str]
) -> None:
    call("compare", *versions, "-o", "对比.xlsx")
    found = json.loads(call("compare", *versions, "-f", "json").out)["summary"]
    book = load_workbook(folder / "对比.xlsx")
    rows = list(book["问题清单"].iter_rows(min_row=2, values_only=True))
    assert Counter(row[0] for row in rows) == {
        head: found[key]
        for head, key in (("新出现", "new"), ("还在", "left"), ("已改", "mended"))
        if found[key]
    }
    assert {row[0]: row[4] for row in book["汇总"].iter_rows(min_row=2, max_row=4, values_only=True)} == {
        "新出现": found["new"], "还在": found["left"], "已改": found["mended"],
    }  # fmt: skip


@pytest.fixture
def two_folders(folder: Path) -> tuple[str, str]:
    """Two people in two versions, and one who handed in only once."""
    for name, text in (("一稿", FAULTY), ("二稿", FAULTY.replace("xx", "河长制"))):
        (folder / name).mkdir()
        for person in ("张三", "李四"):
            (folder / name / f"{person}（{name}）.txt").write_text(text, encoding="utf-8")
    (folder / "一稿" / "王五.txt").write_text(GOOD_ENOUGH, encoding="utf-8")
    return "一稿", "二稿"


def test_folders_take_a_line_a_file(call: Call, two_folders: tuple[str, str]) -> None:
    ran = call("compare", *two_folders)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert len([line for line in lines if "已改 1 处" in line]) == 2
    assert any("王五.txt（一稿）没有比" in line for line in lines)
    assert lines[-1].startswith("比了 2 份：已改 2 处，")


def test_folders_as_workbook_page_and_json(
    call: Call, folder: Path, two_folders: tuple[str, str]
) -> None:
    for suffix in ("xlsx", "html", "json"):
        assert call("compare", *two_folders, "-o", f"对比.{suffix}").code == 1
    book = load_workbook(folder / "对比.xlsx")
    assert book["汇总"].max_row == 4
    assert book["汇总"]["C4"].value.startswith("没有比")
    assert (folder / "对比.html").read_text(encoding="utf-8").count('class="pair"') == 2
    written = json.loads((folder / "对比.json").read_text(encoding="utf-8"))
    paths = (FOLDER_SCHEMA_PATH, SCHEMA_PATH, CHECK_SCHEMA)
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas
    )
    Draft202012Validator(schemas[0], registry=registry).validate(written)
    assert written["unpaired"][0]["version"] == "first"


def test_opinions_are_listed_with_what_became_of_their_places(
    call: Call, folder: Path, versions: tuple[str, str]
) -> None:
    (folder / "意见.txt").write_text("1、第 3 段“xx”是哪项工作？\n2、太短。\n", encoding="utf-8")
    ran = call("compare", *versions, "--opinions", "意见.txt")
    assert "一稿退回的意见 2 条" in ran.out
    assert "原意见所在的段落已改动，原话已不在" in ran.out
    assert "没有写明是哪一段，请人看" in ran.out
    for suffix in ("xlsx", "html", "json"):
        assert call("compare", *versions, "--opinions", "意见.txt", "-o", f"a.{suffix}").code == 1
    assert load_workbook(folder / "a.xlsx")["意见"].max_row == 3
    assert "原话已不在" in (folder / "a.html").read_text(encoding="utf-8")
    opinions = json.loads((folder / "a.json").read_text(encoding="utf-8"))["opinions"]
    assert [each["passage"] for each in opinions] == ["changed", "unplaced"]


def test_opinions_are_never_written_over(
    call: Call, folder: Path, versions: tuple[str, str]
) -> None:
    (folder / "意见.txt").write_text("太短。\n", encoding="utf-8")
    assert call("compare", *versions, "--opinions", "意见.txt", "-o", "意见.txt").code == 2
    assert (folder / "意见.txt").read_text(encoding="utf-8") == "太短。\n"


def test_sheet_of_other_people_is_told_to_hold_no_opinion(
    call: Call, folder: Path, versions: tuple[str, str]
) -> None:
    for name in ("张三.txt", "李四.txt"):
        (folder / name).write_text(FAULTY, encoding="utf-8")
    assert call("opinion", "张三.txt", "李四.txt", "-o", "意见单.docx").code == 0
    ran = call("compare", *versions, "--opinions", "意见单.docx")
    assert "意见单.docx：里面没有对这份材料的意见" in ran.err
    assert "退回的意见" not in ran.out
