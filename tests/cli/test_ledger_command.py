"""`duizhao ledger` as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call
from ledgers import TEXT, counts, letter, shown
from openpyxl import load_workbook


@pytest.fixture
def statement(folder: Path) -> Path:
    path = folder / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_ledger_is_written_and_counted(call: Call, statement: Path) -> None:
    ran = call("ledger", "甲.txt", "-o", "台账.xlsx")
    assert (ran.code, ran.out) == (0, "")
    assert "已写入 台账.xlsx" in ran.err
    assert "1 份材料：问题 4 个，没有对应到问题的措施 1 条，没有对应到问题的原因 1 条" in ran.err
    assert len(shown(Path("台账.xlsx").read_bytes())) == 5


def test_folder_gives_one_ledger_and_what_cannot_be_read_is_said(
    call: Call, statement: Path
) -> None:
    Path("坏.docx").write_bytes(b"PK\x03\x04 nothing")
    Path("通知.txt").write_text("会议通知\n定于周三上午九时开会。\n", encoding="utf-8")
    ran = call("ledger", ".", "-o", "台账.xlsx")
    assert ran.code == 2
    assert "坏.docx：" in ran.err
    assert "通知.txt：不像对照检查材料，没有列入台账" in ran.err
    assert {row["材料"] for row in shown(Path("台账.xlsx").read_bytes())} == {"甲.txt"}


def test_ledger_that_stands_there_is_kept_beside_the_new_one(call: Call, statement: Path) -> None:
    Path("台账.xlsx").write_bytes(b"somebody's work")
    ran = call("ledger", "甲.txt", "-o", "台账.xlsx")
    assert "台账.xlsx.bak" in ran.err
    assert Path("台账.xlsx.bak").read_bytes() == b"somebody's work"
    call("ledger", "甲.txt", "-o", "台账.xlsx")
    assert not Path("台账.xlsx.bak2").exists()


def test_call_without_an_output_says_what_to_do(call: Call, statement: Path) -> None:
    ran = call("ledger", "甲.txt")
    assert ran.code == 2
    assert "请用 -o" in ran.err


def test_output_on_top_of_a_statement_is_refused(call: Call, statement: Path) -> None:
    ran = call("ledger", "甲.txt", "-o", "甲.txt")
    assert ran.code == 2
    assert statement.read_text(encoding="utf-8") == TEXT


def test_update_says_what_it_did_and_keeps_a_backup(call: Call, statement: Path) -> None:
    call("ledger", "甲.txt", "-o", "台账.xlsx")
    before = Path("台账.xlsx").read_bytes()
    statement.write_text(
        TEXT.replace("二、原因剖析", "三是公务接待把关松。\n二、原因剖析"), encoding="utf-8"
    )
    ran = call("ledger", "--update", "台账.xlsx", "甲.txt", "--in-place")
    assert ran.code == 0
    assert "新增 1 行，原文已改 0 行，原文已无 0 行，冲突 0 处" in ran.err
    assert Path("台账.xlsx.bak").read_bytes() == before
    assert len(shown(Path("台账.xlsx").read_bytes())) == 6
    again = call("ledger", "--update", "台账.xlsx", "甲.txt", "--in-place")
    assert "台账没有变化" in again.err
    assert not Path("台账.xlsx.bak2").exists()


def test_conflict_is_listed_and_has_its_own_exit_code(call: Call, statement: Path) -> None:
    call("ledger", "甲.txt", "-o", "台账.xlsx")
    book = load_workbook("台账.xlsx")
    book["整改台账"][f"{letter('可核验标志')}2"] = "笔记40篇"
    book.save("台账.xlsx")
    statement.write_text(TEXT.replace("笔记24篇", "笔记30篇"), encoding="utf-8")
    ran = call("ledger", "--update", "台账.xlsx", "甲.txt", "-o", "新.xlsx")
    assert ran.code == 1
    assert "可核验标志：台账“笔记40篇”，材料“笔记30篇”" in ran.err
    assert shown(Path("新.xlsx").read_bytes())[0]["可核验标志"] == "笔记40篇"


def test_update_as_the_readme_shows_it(call: Call, statement: Path) -> None:
    Path("材料").mkdir()
    statement = statement.rename("材料/甲.txt")
    call("ledger", "材料/", "-o", "整改台账.xlsx")
    before = Path("整改台账.xlsx").read_bytes()
    statement.write_text(TEXT.replace("只写了5篇", "只写了6篇"), encoding="utf-8")
    ran = call("ledger", "--update", "整改台账.xlsx", "材料/")
    assert (ran.code, ran.out) == (0, "")
    assert "原文已改 1 行" in ran.err
    assert Path("整改台账.xlsx.bak").read_bytes() == before
    assert shown(Path("整改台账.xlsx").read_bytes())[0]["变动"] == "原文已改：具体表现"


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_readme_shows_the_update_that_is_tested(readme: str) -> None:
    page = (Path(__file__).resolve().parents[2] / readme).read_text(encoding="utf-8")
    assert "duizhao ledger --update 整改台账.xlsx 材料/ " in page


def test_update_is_not_written_on_top_of_the_ledger_by_its_name(
    call: Call, statement: Path
) -> None:
    call("ledger", "甲.txt", "-o", "台账.xlsx")
    ran = call("ledger", "--update", "台账.xlsx", "甲.txt", "-o", "台账.xlsx")
    assert ran.code == 2


def test_near_days_are_set_by_option_and_by_configuration(call: Call, statement: Path) -> None:
    label = "几天之内算临近（可改）"
    call("ledger", "甲.txt", "-o", "一.xlsx", "--near", "20,10")
    Path("duizhao.toml").write_text('[ledger]\nnear-days = [7]\nshow = ["问题类别"]\n')
    call("ledger", "甲.txt", "-o", "二.xlsx")
    made = [counts(Path(f"{name}.xlsx").read_bytes()) for name in "一二"]
    assert (made[0][label], made[0]["几天之内算快到期（可改）"], made[1][label]) == (10, 20, 7)
    assert "快到期" in made[0]
    assert "快到期" not in made[1]
    sheet = load_workbook("二.xlsx")["整改台账"]
    hidden = [sheet.column_dimensions[letter(head)].hidden for head in ("编号", "问题类别")]
    assert hidden == [True, False]


@pytest.mark.parametrize("days", ["0", "十天", "20,10,5", "-3"])
def test_days_that_are_none_are_refused(call: Call, statement: Path, days: str) -> None:
    ran = call("ledger", "甲.txt", "-o", "台账.xlsx", "--near", days)
    assert (ran.code, "--near 应为" in ran.err) == (2, True)


def test_column_that_does_not_exist_is_named(call: Call, statement: Path) -> None:
    Path("duizhao.toml").write_text('[ledger]\nprint = ["序号", "责任单伟"]\n', encoding="utf-8")
    ran = call("ledger", "甲.txt", "-o", "台账.xlsx")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "没有“责任单伟”这一列" in ran.err


def test_folder_is_all_there_is_and_files_are_only_themselves(call: Call, statement: Path) -> None:
    Path("材料").mkdir()
    for name in ("甲", "乙"):
        Path(f"材料/{name}.txt").write_text(TEXT, encoding="utf-8")
    call("ledger", "材料", "-o", "台账.xlsx")
    Path("材料/乙.txt").unlink()
    ran = call("ledger", "--update", "台账.xlsx", "材料/甲.txt", "-o", "部分.xlsx")
    assert "有 1 份材料这次没有给出：乙.txt" in ran.err
    assert {row["变动"] for row in shown(Path("部分.xlsx").read_bytes())} == {None}
    call("ledger", "--update", "台账.xlsx", "材料", "-o", "全部.xlsx")
    marks = {row["材料"]: row["变动"] for row in shown(Path("全部.xlsx").read_bytes())}
    assert marks == {"甲.txt": None, "乙.txt": "材料未找到"}


def test_file_that_is_no_ledger_is_refused_and_stays(call: Call, statement: Path) -> None:
    Path("别的.xlsx").write_bytes(b"not a workbook")
    ran = call("ledger", "--update", "别的.xlsx", "甲.txt", "--in-place")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "不是 .xlsx 电子表格" in ran.err
    assert Path("别的.xlsx").read_bytes() == b"not a workbook"
    ran = call("ledger", "--update", "没有.xlsx", "甲.txt", "--in-place")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
