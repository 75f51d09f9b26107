"""The workbook of screening: pairs, groups, passages, the matrix of a team, what was left out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from openpyxl import Workbook, load_workbook
from screens import with_recurring

from duizhao.reuse.model import DocumentLabel, JoinResult, ScreenResult
from duizhao.reuse.view import ShownCheck, ShownJoin, teams, write

TEAM = ["周八", "孙七", "张三", "李四", "王五", "赵六"]


def book(shown: ShownCheck | ShownJoin) -> Workbook:
    written = write("xlsx", shown)
    assert isinstance(written, bytes)
    return load_workbook(BytesIO(written))


def rows(shown: ShownCheck | ShownJoin, sheet: str) -> list[dict[str, object]]:
    head, *rest = book(shown)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def square(shown: ShownJoin, row: int = 2) -> dict[tuple[str, str], object]:
    """The matrix whose names begin in this row: what stands in it, by the names of row and column."""
    head, *rest = book(shown)["矩阵"].iter_rows(row, row + len(TEAM), values_only=True)
    return {
        (str(line[0]), str(name)): value
        for line in rest
        for name, value in zip(head[1:], line[1:], strict=True)
    }


def test_check_has_a_row_a_match_a_row_a_passage_and_what_was_left_out(checked):
    assert book(checked).sheetnames == ["成对", "相同段落", "扣除"]
    first, *others = rows(checked, "成对")
    assert (first["材料"], first["对方材料"], first["关系"]) == (
        "张三2024.docx", "张三2023.docx", "本人以往",
    )  # fmt: skip
    assert first["不同之处（前者→后者）"] == "只有这 2 处不同：2024→2023、2024年6月→2023年6月"
    assert len(others) == 6
    assert len(rows(checked, "相同段落")) == sum(
        len(each.passages) for each in checked.screened.matches
    )
    (left_out,) = rows(checked, "扣除")
    assert (left_out["原因"], left_out["来源"], left_out["字数"]) == ("引文", "书名号或引号", 24)


def test_problems_that_came_back_have_a_sheet(checked):
    (problem,) = rows(with_recurring(checked), "再次出现的问题")
    assert (problem["问题"], problem["对方材料"]) == ("查摆的问题 三是", "张三2023.docx")


def test_groups_are_listed_member_by_member_with_their_hub_first(joined):
    hub, *members = (row for row in rows(joined, "成组") if row["组"] == 1)
    assert (hub["在组里"], hub["材料"], hub["份数"], hub["至少三份共有"]) == (
        "底稿", "范文.docx", 7, 211,
    )  # fmt: skip
    assert [each["材料"] for each in members] == [
        pair.right.name for pair in joined.joined.groups[0].pairs
    ]
    assert len(rows(joined, "成对")) == len(list(joined.pairs()))


def test_matrix_has_every_pair_of_the_team_also_those_that_the_join_did_not_compare(joined):
    shares = square(joined)
    assert list(dict.fromkeys(name for name, _ in shares)) == TEAM
    ids = {each.label.person: each.id for each in joined.joined.groups[0].members}
    pair = joined.filed.compare(ids["张三"], ids["李四"])
    assert pair is not None
    assert shares["张三", "李四"] == pytest.approx(pair.left_share)
    assert shares["李四", "张三"] == pytest.approx(pair.right_share)
    counts = square(joined, 11)
    assert counts["张三", "李四"] == counts["李四", "张三"] == pair.characters
    assert all(shares[name, name] is None for name in TEAM)


def test_matrix_is_bounded_and_says_so(joined, monkeypatch):
    monkeypatch.setattr(teams, "MAX_COMPARED_PAIRS", 0)
    texts = [row[0] for row in book(joined)["矩阵"].iter_rows(values_only=True)]
    assert any("县水利局办公室：要逐对比对的太多" in str(text) for text in texts)
    monkeypatch.undo()
    monkeypatch.setattr(teams, "MAX_MEMBERS", 3)
    texts = [row[0] for row in book(joined)["矩阵"].iter_rows(values_only=True)]
    assert "只列共有文字最多的 3 份，另有 3 份未列" in texts


def test_sheets_are_frozen_filtered_and_set_for_a4_across(joined):
    for sheet in book(joined):
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        if sheet.title != "矩阵":
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert sheet.print_title_rows == "$1:$1"
    scales = book(joined)["矩阵"].conditional_formatting
    assert [str(each.sqref) for each in scales] == ["B3:G8", "B12:G17"]


def cells(made: Workbook) -> Iterator:
    return (cell for sheet in made for row in sheet for cell in row)


def test_nothing_is_a_formula_and_what_looks_like_one_keeps_its_characters(hostile):
    made = book(hostile)
    assert {cell.data_type for cell in cells(made)} <= {"s", "n"}
    risky = [c for c in cells(made) if isinstance(c.value, str) and c.value[:1] in "=+-@\t"]
    assert {"=cmd|' /C calc'!A0", "+乙"} <= {cell.value for cell in risky}
    assert all(cell.quotePrefix for cell in risky)


def test_nothing_found_gives_empty_sheets(joined):
    nothing = ShownCheck("新.txt", "无。", DocumentLabel(), ScreenResult((), ()), joined.filed)
    assert rows(nothing, "成对") == []
    empty = ShownJoin(JoinResult(0, (), ()), joined.filed)
    assert book(empty)["矩阵"]["A1"].value == "没有同一单位的两份材料有相同段落"


def test_same_join_gives_same_bytes(joined):
    assert write("xlsx", joined) == write("xlsx", joined)


def test_missing_library_is_named_in_one_line():
    call = (
        "import sys; sys.modules['xlsxwriter'] = None\n"
        "from duizhao.errors import MissingTool\n"
        "try:\n"
        "    import duizhao.reuse.view.xlsx\n"
        "except MissingTool as missing: print(missing)\n"
    )
    told = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("写电子表格要用 XlsxWriter，尚未安装；请")
    assert told.stdout.endswith("[xlsx]'\n")


# Comma-separated, quoted, UTF-8, every sheet a file of its own.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.mark.libreoffice
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(joined: ShownJoin, tmp_path: Path) -> None:
    path = tmp_path / "结果.xlsx"
    path.write_bytes(bytes(write("xlsx", joined)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", ALL_SHEETS]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(path)],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    sheets = {each.name: each.read_text(encoding="utf-8") for each in tmp_path.glob("*.csv")}
    if not sheets and "could not be loaded" in done.stderr + done.stdout:
        pytest.skip("LibreOffice Calc is not installed")
    assert "范文.docx" in sheets["结果-成组.csv"]
    assert "占本行材料的百分比" in sheets["结果-矩阵.csv"]
