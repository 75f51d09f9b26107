"""A ledger that an office keeps itself: its heads are found and matched, and its lines come as our rows."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO

import docx
import pytest
from ledgers import saved
from openpyxl import Workbook

from duizhao.errors import UnreadableDocument
from duizhao.ledger.adopted.head_mapping import HeadMapping, OwnTable
from duizhao.ledger.adopted.head_words import AS_REMARK, key_of
from duizhao.ledger.adopted.match_own import matched_ids
from duizhao.ledger.adopted.own_file import tables_of_own
from duizhao.ledger.adopted.own_lines import own_lines


def book_of(*lines: list[object], joined: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    for cells in joined:
        book.active.merge_cells(cells)
    return saved(book)


def in_two_lines() -> bytes:
    """With a title, a head of two lines, groups, a problem with two measures, a total and a foot."""
    return book_of(
        ["云溪县水务局2031年度民主生活会整改台账"],
        ["填报单位：云溪县水务局", None, None, None, None, None, "2032.3.1"],
        ["序号", "存在问题", "整改措施", None, "责任单位", "整改\n时限", "完成情况", "整改资金（万元）"],
        [None, None, "内容", "责任领导"],
        ["一、政治建设方面"],
        [1, "理论学习不够。", "每周学一次", "周明远", "办公室", datetime(2032, 6, 30), "正在推进", None],
        [None, None, "每月交流一次", "周明远", "办公室", "立行立改，长期坚持", "已完成", 3.5],
        ["二、作风方面"],
        [2, "检查走过场。", "到现场去", None, "工程股", "2032年底前", "未启动", None],
        ["合计", None, None, None, None, None, None, "=SUM(H6:H9)"],
        ["填表人：孙丽"],
        joined=(
            "A1:H1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "A5:H5", "A6:A7", "B6:B7", "A8:H8",
        ),
    )  # fmt: skip


def table_of(data: bytes, name: str = "台账.xlsx") -> OwnTable:
    return tables_of_own(data, name)[0]


def mapped(table: OwnTable, **changed: bool) -> tuple[dict[str, str], ...]:
    guessed = HeadMapping.guessed(table)
    mapping = HeadMapping(guessed.keys, guessed.states, **changed)
    return tuple(dict(each) for each in own_lines(table, mapping).rows)


def test_column_has_a_head_or_some_text() -> None:
    table = table_of(
        book_of(
            ["序号", "存在问题", "整改措施", "责任人", None, None, "完成情况", "验收人"],
            [1, "学习不够。", "每周读书", "周明远", None, "另见附件", "已完成", None],
        )
    )
    assert [(each.at, each.words, each.key) for each in table.heads][4:] == [
        (5, "", AS_REMARK),
        (6, "完成情况", "status"),
        (7, "验收人", "acceptor"),
    ]
    assert table.state_words(6) == ("已完成",)
    assert table.heads[4].samples == ("另见附件",)


@pytest.mark.parametrize(("count", "shown"), [(12, 12), (13, 0)])
def test_column_with_many_different_words_holds_no_states(count: int, shown: int) -> None:
    lines = [[at, f"第{at}个问题。", "每周读书", f"做到{at}成"] for at in range(count)]
    table = table_of(book_of(["序号", "存在问题", "整改措施", "完成情况"], *lines))
    assert len(table.state_words(3)) == shown


def test_head_of_two_lines_is_found_below_the_title() -> None:
    table = table_of(in_two_lines())
    assert {each.words: each.key for each in table.heads} == {
        "序号": "number",
        "存在问题": "problem",
        "整改措施 › 内容": "measures",
        "整改措施 › 责任领导": "leader",
        "责任单位": "department",
        "整改时限": "deadline",
        "完成情况": "status",
        "整改资金（万元）": "+remark",
    }


def test_lines_come_as_rows_and_nothing_is_lost() -> None:
    table = table_of(in_two_lines())
    first, second, third = mapped(table)
    assert first == {
        "problem": "理论学习不够。",
        "measures": "每周学一次",
        "leader": "周明远",
        "department": "办公室",
        "deadline": "2032-06-30",
        "due": "2032-06-30",
        "status": "整改中",
        "aspect": "政治建设方面",
    }
    assert (second["problem"], second["measures"]) == ("理论学习不够。", "每月交流一次")
    assert (second["term"], second["remark"]) == ("立行立改，长期坚持", "整改资金（万元）：3.5")
    assert (second["status"], third["due"], third["aspect"]) == ("待验收", "2032-12-31", "作风方面")
    passed_over = own_lines(table, HeadMapping.guessed(table)).passed_over
    assert [each.split("　")[0] for each in passed_over] == [
        "一、政治建设方面", "二、作风方面", "合计", "填表人：孙丽",
    ]  # fmt: skip


def test_measures_of_one_problem_are_joined_where_it_is_wanted() -> None:
    first, second = mapped(table_of(in_two_lines()), is_joined=True)
    assert first["measures"] == "1. 每周学一次\n2. 每月交流一次"
    assert first["leader"] == "周明远"
    assert second["problem"] == "检查走过场。"


@pytest.mark.parametrize(
    ("head", "samples", "key"),
    [
        ("责任单位", (), "department"),
        ("牵头整改部门", (), "department"),
        ("整改责任单位/责任人", (), "owner"),
        ("公司责任领导", (), "leader"),
        ("配合单位或部门", (), "partner"),
        ("整改时限", ("年底前",), "deadline"),
        ("预计完成时间", (), "deadline"),
        ("整改到位时间", (), "done"),
        ("销号时间", (), "closed"),
        ("完成情况", ("已完成", "进行中"), "status"),
        ("完成情况", ("已制定制度三项，召开会议两次",), "progress"),
        ("落实情况", ("未落实",), "status"),
        ("未完成原因", (), "unfinished"),
        ("问题归类", (), "category"),
        ("问题表现", (), "example"),
        ("存在的安全隐患", (), "problem"),
        ("应急措施和预案", (), "measures"),
        ("整改资金", (), "+remark"),
        ("跟踪督办事项", (), "problem"),
    ],
)
def test_heads_of_real_ledgers_are_taken_for_what_they_are(
    head: str, samples: tuple[str, ...], key: str
) -> None:
    assert key_of((head,), samples) == key


def test_two_columns_of_one_kind_are_not_both_taken_for_it() -> None:
    table = table_of(
        book_of(
            ["存在问题", "整改措施", "责任单位", "牵头单位"],
            ["学得少", "多学", "办公室", "机关党委"],
        )
    )
    assert [each.key for each in table.heads] == ["problem", "measures", "department", "+remark"]
    assert mapped(table)[0]["remark"] == "牵头单位：机关党委"


def test_surest_head_of_several_is_taken() -> None:
    heads = ["整改类型", "问题标题", "问题描述", "整改要求", "问题类别", "整改措施", "责任部门"]
    table = table_of(book_of(heads, [f"值{at}" for at in range(len(heads))]))
    taken = {each.words: each.key for each in table.heads}
    assert (taken["问题描述"], taken["问题标题"]) == ("problem", "+remark")
    assert (taken["问题类别"], taken["整改类型"]) == ("category", "+remark")


def test_day_is_known_by_its_format_and_a_number_is_not() -> None:
    book = Workbook()
    book.active.append(["存在问题", "整改措施", "责任人", "完成时限", "备注"])
    book.active.append(["学得少", "多学", "李建国", date(2032, 3, 1), 45473])
    book.active["D2"].number_format = 'yyyy"年"m"月"d"日"'
    (row,) = mapped(table_of(saved(book)))
    assert (row["due"], row["remark"]) == ("2032-03-01", "45473")


def test_same_heads_are_known_again_wherever_they_stand() -> None:
    heads = ["存在问题", "整改措施", "责任单位"]
    one = book_of(heads, ["学得少", "多学", "办公室"])
    other = book_of(["整改台账（三月）"], [None], heads, ["会多", "少开", "综合股"])
    assert table_of(one).digest == table_of(other).digest
    assert table_of(one).digest != table_of(book_of([*heads, "备注"], ["学得少"])).digest


def test_table_in_word_is_read_with_its_joined_cells() -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=4)
    for at, head in enumerate(("问题", "措施", "责任", "时限")):
        table.cell(0, at).text = head
    for at, head in enumerate(("查摆问题", "整改措施", "责任部门", "完成时限")):
        table.cell(1, at).text = head
    lines = (("学得少", "多学", "办公室", "2032年3月底前"), ("", "多写", "人事科", "年底"))
    for line, texts in enumerate(lines, 2):
        for at, text in enumerate(texts):
            table.cell(line, at).text = text
    table.cell(2, 0).merge(table.cell(3, 0))
    file = BytesIO()
    document.save(file)
    first, second = mapped(table_of(file.getvalue(), "台账.docx"))
    assert (first["problem"], first["department"], first["due"]) == (
        "学得少",
        "办公室",
        "2032-03-31",
    )
    assert (second["problem"], second["measures"]) == ("学得少", "多写")


def test_other_file_is_refused_with_what_a_ledger_needs() -> None:
    with pytest.raises(UnreadableDocument, match="存在问题"):
        tables_of_own(book_of(["日期", "值班人", "电话"], ["1日", "李建国", "2345"]), "值班表.xlsx")


def test_lines_are_matched_by_words_and_by_what_the_last_file_had() -> None:
    here = {
        "P-1": {"problem": "联系群众不够。走访两次。"},
        "P-2": {"problem": "会议偏多。"},
        "P-3": {"problem": "学得少", "measures": "多写"},
        "P-4": {"problem": "学得少", "measures": "多学"},
    }
    lines = [
        {"problem": "联系群众不够"},
        {"problem": "会议仍然偏多，压得不够"},
        {"problem": "学得少", "measures": "多学"},
        {"problem": "新的问题，从来没有写过"},
    ]
    given = {"P-2": {"problem": "会议偏多，压得不够"}}
    assert matched_ids(lines, given, here) == {0: "P-1", 1: "P-2", 2: "P-4"}


def test_blocks_that_cover_everything_many_times_are_given_up() -> None:
    data = in_two_lines()
    every = "".join(f'<mergeCell ref="A{at}:XFD1048576"/>' for at in range(1, 15_000))
    hostile = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(hostile, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = re.sub(rb"<mergeCells.*</mergeCells>", b"<mergeCells>%b</mergeCells>", part)
                part = part.replace(b"%b", every.encode())
            new.writestr(name, part)
    # Each of them read cell by cell would be a thousand million cells.
    with suppress(UnreadableDocument):
        tables_of_own(hostile.getvalue(), "台账.xlsx")


def test_word_file_without_a_table_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("关于整改的通知")
    file = BytesIO()
    document.save(file)
    with pytest.raises(UnreadableDocument, match="没有找到台账"):
        tables_of_own(file.getvalue(), "通知.docx")


@pytest.mark.parametrize("name", ["台账.docx", "台账.xlsx"])
def test_broken_file_is_refused(name: str) -> None:
    with pytest.raises(UnreadableDocument):
        tables_of_own(b"PK\3\4 broken", name)
    with pytest.raises(UnreadableDocument):
        tables_of_own(b"", name)
