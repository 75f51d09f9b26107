"""The people of a roster: from tables with heads of many kinds, from lines, from workbooks."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from duizhao import api
from duizhao.errors import UnreadableDocument
from duizhao.process import Standing

TABLE = """\
云溪县水务局干部名册
序号\t姓 名\t现任职务\t股室\t分管工作\t所在党支部\t支部职务
1\t周明远\t党组书记、局长\t\t主持全面工作，分管办公室\t机关一支部\t
2\t李 建国\t党组成员、副局长\t\t财务股、河道管理所\t机关一支部\t
3\t陈立\t财务股股长\t财务股\t\t机关二支部\t书记
4\t郭敏\t科员\t办公室\t\t机关一支部\t组织委员
5\t王小梅\t科员\t办公室\t\t机关一支部\t
\t合计\t5人"""


def pasted(text: str) -> api.RosterTable:
    return api.roster_in([api.pasted_table(text)])


def test_heads_of_an_office_are_known() -> None:
    zhou, li, chen, guo, wang = pasted(TABLE).rows
    assert (zhou.name, zhou.duty, zhou.standing) == ("周明远", "党组书记、局长", Standing.HEAD)
    assert (li.name, li.standing, li.oversees) == (
        "李建国",
        Standing.MEMBER,
        ("财务股", "河道管理所"),
    )
    assert zhou.oversees == ("办公室",)
    assert (chen.department, chen.standing) == ("财务股", Standing.DEPARTMENT_HEAD)
    assert (guo.branch, guo.standing) == ("机关一支部", Standing.COMMITTEE_MEMBER)
    assert wang.standing is Standing.PARTY_MEMBER


def test_leader_named_in_the_rows_of_others_is_given_their_departments() -> None:
    table = pasted(
        "姓名\t部门\t职务\t分管领导\n孙伟\t办公室\t主任\t李建国副局长\n李建国\t\t副局长\t\n钱一\t档案股\t股长\t周明远"
    )
    assert table.rows[1].oversees == ("办公室",)
    assert table.led == (("周明远", "档案股"),)


@pytest.mark.parametrize(
    ("line", "name", "duty", "department"),
    [
        ("周明远　党组书记、局长", "周明远", "党组书记、局长", ""),
        ("局长：王建军", "王建军", "局长", ""),
        ("1. 陈立，财务股股长", "陈立", "财务股股长", ""),
        ("何远  河道管理站  站长", "何远", "站长", "河道管理站"),
        ("办公室主任 郭敏", "郭敏", "办公室主任", ""),
    ],
)
def test_line_names_somebody(line: str, name: str, duty: str, department: str) -> None:
    (row,) = pasted(line).rows
    assert (row.name, row.duty, row.department) == (name, duty, department)


def test_line_without_a_name_is_shown_as_passed_over() -> None:
    table = pasted("名单如下\n周明远 局长")
    assert (len(table.rows), table.passed_over) == (1, ("名单如下",))


def test_who_is_no_party_member_is_none() -> None:
    table = pasted("姓名\t政治面貌\n孙伟\t群众\n钱一\t中共党员\n李三\t中共预备党员")
    assert [row.standing for row in table.rows] == [
        Standing.OTHER, Standing.PARTY_MEMBER, Standing.PARTY_MEMBER,
    ]  # fmt: skip


def test_all_sheets_of_a_workbook_are_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(["姓名", "职务"])
    book.active.append(["周明远", "局长"])
    book.create_sheet("二支部").append(["李建国 副局长"])
    written = BytesIO()
    book.save(written)
    table = api.roster_in(api.tables_in(written.getvalue(), "名册.xlsx"))
    assert [row.name for row in table.rows] == ["周明远", "李建国"]


@pytest.mark.parametrize("name", ["名册.xlsx", "名册.xls"])
def test_what_is_no_workbook_is_refused(name: str) -> None:
    with pytest.raises(api.UnreadableDocument, match="另存为"):
        api.tables_in(b"no workbook", name)


def test_list_goes_out_as_a_workbook() -> None:
    data = api.render_list("名册", ["姓名", "职务"], [["周明远", "=1+1"]])
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["姓名", "职务"],
        ["周明远", "=1+1"],
    ]
    assert sheet["B2"].data_type == "s"


@pytest.mark.parametrize("text", ["学习不深" * 75_000, '姓名,单位\n"' + "一是不深。\n" * 30_000])
def test_text_that_is_no_table_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"名单\.csv：第 \d+ 行读不成表格"):
        api.tables_in(text.encode(), "名单.csv")
