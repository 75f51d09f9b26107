"""A roster as an office keeps it: a table with heads of its own, or a line for each person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from duizhao.api.cell_tables import CellTable, Row
from duizhao.document.people import COMPOUND_SURNAMES, OFFICES, personal_name
from duizhao.process import Standing

HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "名字", "人员", "人员姓名", "干部姓名", "党员姓名"),
    "duty": ("职务", "现任职务", "职务职级", "职务名称", "岗位", "工作岗位", "单位及职务", "部门及职务", "职位"),
    "standing": ("身份", "类别", "人员类别"),
    "department": ("科室", "部门", "处室", "股室", "所在部门", "所在科室", "所在股室", "单位", "工作单位", "内设机构"),
    "overseer": ("分管领导", "主管领导"),
    "oversees": ("分管科室", "分管部门", "分管工作", "分管", "分工", "分管股室", "分管处室", "工作分工", "联系科室"),
    "branch": ("所在党支部", "党支部", "支部", "所在支部", "所属党支部", "所属支部", "支部名称"),
    "branch_duty": ("支部职务", "党内职务"),
    "politics": ("政治面貌",),
}  # fmt: skip
"""The heads under which rosters have each thing."""
FIELD_OF_HEAD = {head: field for field, heads in HEADS.items() for head in heads}
NUMBERED = re.compile(r"^[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]?\s*")
PARTS = re.compile("[、，,；;/\n]+|和(?=[\u4e00-\u9fff]{2,8}(?:股|科|室|处|所|站|队|中心)$)")
BEFORE_DEPARTMENT = re.compile(
    "^(?:负责|分管|主管|联系|协助|协管|领导|的?(?:科室|部门|股室)[:：]?)+"
)
DEPARTMENT = re.compile(
    "[\u4e00-\u9fff（）]{1,16}(?:办公室|股|科|室|处|所|站|大队|队|中心|科室|办|部)"
)
# 纪检组长 and 总工程师 sit in the team without the words for it.
IN_TEAM = re.compile(
    "党组成员|党委委员|党工委委员|班子成员|副书记|副[局县市区镇乡院校部厅]长|副主席|"
    "纪检(?:监察)?组组?长|纪委书记|总工程师|总经济师|总会计师|一级调研员|二级调研员"
)
FIRST = re.compile(
    "(?<!副)(?:党组|党委|党工委)书记|(?<![副支])(?:局|县|市|区|镇|乡|院|校|厅)长|(?<!副)董事长|(?<!副)总经理"
)
HEADS_DEPARTMENT = re.compile("(?:股|科|处|所|站|室|队|中心)(?:长|主任|负责人)|主任|负责人")
BRANCH_SECRETARY = re.compile("(?:总?支部?|党总支)书记|^书记$")
IN_COMMITTEE = re.compile("支部副书记|^副书记$|(?:组织|宣传|纪检|支部|青年|统战|保密)委员|支委")
NOBODY = frozenset(("合计", "小计", "总计", "备注", "姓名"))


@dataclass(frozen=True, slots=True)
class RosterRow:
    """Somebody as a roster names them. `oversees` names the departments of which this person is in charge."""

    name: str
    duty: str = ""
    standing: Standing = Standing.PARTY_MEMBER
    department: str = ""
    branch: str = ""
    branch_duty: str = ""
    oversees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterTable:
    """The people of a roster, and what stands in it that names nobody.

    `led` pairs leaders who are not among the people with departments that the table gives them.
    """

    rows: tuple[RosterRow, ...] = ()
    passed_over: tuple[str, ...] = ()
    led: tuple[tuple[str, str], ...] = ()


def roster_in(tables: Iterable[CellTable]) -> RosterTable:
    """The people in some tables: each with a head that names the columns, or as lines."""
    found = [_of_table(table) for table in tables]
    return RosterTable(
        tuple(row for each in found for row in each.rows),
        tuple(line for each in found for line in each.passed_over),
        tuple(pair for each in found for pair in each.led),
    )


def split_names(text: str) -> tuple[str, ...]:
    """The names of departments in what a leader is in charge of: 分管办公室、财务股，联系河道所."""
    parts = (BEFORE_DEPARTMENT.sub("", part.strip(" 。")) for part in PARTS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _of_table(table: CellTable) -> RosterTable:
    head = table.head(tuple(FIELD_OF_HEAD))
    if head is None or "姓名" not in {
        HEADS[FIELD_OF_HEAD[c]][0] for c in head[1] if c in FIELD_OF_HEAD
    }:
        return _of_lines(table.rows)
    at, cells = head
    places = {
        FIELD_OF_HEAD[cell]: column
        for column, cell in reversed(list(enumerate(cells)))
        if cell in FIELD_OF_HEAD
    }
    given, passed_over = [], []
    for row in table.rows[at + 1 :]:
        fields = {field: row[place].strip() for field, place in places.items() if place < len(row)}
        fields["name"] = re.sub(r"\s+", "", fields.get("name", ""))
        if 1 < len(fields["name"]) <= 20 and fields["name"] not in NOBODY:
            given.append(fields)
        else:
            passed_over.append("　".join(filter(None, row)))
    return _with_overseers(given, passed_over)


def _with_overseers(given: Sequence[Mapping[str, str]], passed_over: Sequence[str]) -> RosterTable:
    """Rows in which each leader has the departments that the others' rows say are theirs."""
    led: dict[str, list[str]] = {}
    for fields in given:
        if (leader := _bare_name(fields.get("overseer", ""))) and fields.get("department"):
            led.setdefault(leader, []).append(fields["department"])
    rows = [_row(fields, led.get(fields["name"], ())) for fields in given]
    names = {row.name for row in rows}
    others = [(leader, each) for leader in led if leader not in names for each in led[leader]]
    return RosterTable(tuple(rows), tuple(passed_over), tuple(dict.fromkeys(others)))


def _row(fields: Mapping[str, str], led: Sequence[str]) -> RosterRow:
    oversees = [
        part for part in split_names(fields.get("oversees", "")) if DEPARTMENT.fullmatch(part)
    ]
    row = RosterRow(
        name=fields["name"],
        duty=fields.get("duty", ""),
        department=fields.get("department", ""),
        branch=fields.get("branch", ""),
        branch_duty=fields.get("branch_duty", ""),
        oversees=tuple(dict.fromkeys((*oversees, *led))),
    )
    said, politics = fields.get("standing", ""), fields.get("politics", "")
    return replace(row, standing=_standing_named(said) or standing_of(row, politics))


def _standing_named(word: str) -> Standing | None:
    """The standing that a word names, in the words of the program or of offices."""
    others = {
        "一把手": Standing.HEAD,
        "班子": Standing.MEMBER,
        "中层": Standing.DEPARTMENT_HEAD,
        "支委": Standing.COMMITTEE_MEMBER,
    }
    known = {**{each.value: each for each in Standing}, **others}
    return known.get(word) or next((known[each] for each in others if each in word), None)


def standing_of(row: RosterRow, politics: str = "") -> Standing:
    """As what somebody takes part in meetings, by their duties; the person who reads the table corrects it."""
    if FIRST.search(row.duty):
        return Standing.HEAD
    if IN_TEAM.search(row.duty) or row.oversees:
        return Standing.MEMBER
    if "副" not in row.duty and HEADS_DEPARTMENT.search(row.duty):
        return Standing.DEPARTMENT_HEAD
    duties = f"{row.duty}，{row.branch_duty}"
    if BRANCH_SECRETARY.search(row.branch_duty) or "支部书记" in duties:
        return Standing.SECRETARY
    if IN_COMMITTEE.search(row.branch_duty) or IN_COMMITTEE.search(row.duty):
        return Standing.COMMITTEE_MEMBER
    return Standing.OTHER if politics and "党员" not in politics else Standing.PARTY_MEMBER


def standing_in_branch(duty: str) -> Standing:
    """The standing of somebody in a branch, by the duty there: 书记, 组织委员."""
    if IN_COMMITTEE.search(duty):
        return Standing.COMMITTEE_MEMBER
    return Standing.SECRETARY if BRANCH_SECRETARY.search(duty) else Standing.PARTY_MEMBER


def _bare_name(words: str) -> str:
    """A name without the office behind or before it: 李建国副局长, 副局长李建国."""
    name = re.sub(r"[\s（(].*", "", words.strip())
    for office in OFFICES:
        name = re.sub(f"(?:常务)?副?{office}$|^(?:常务)?副?{office}", "", name)
    return name


def _of_lines(rows: Sequence[Row]) -> RosterTable:
    """The people of lines without a head: 周明远　党组书记、局长, or 局长：周明远."""
    found = [(_of_line(row), "　".join(filter(None, row))) for row in rows]
    return RosterTable(
        tuple(row for row, _ in found if row), tuple(words for row, words in found if not row)
    )


def _of_line(cells: Row) -> RosterRow | None:
    words = [
        part for cell in cells for part in re.split("[：:]", NUMBERED.sub("", cell.strip())) if part
    ]
    if len(words) == 1:
        words = [each for each in re.split("[，,\\s\u3000]+", words[0], maxsplit=1) if each]
    at = next((at for at, word in enumerate(words) if is_name(word)), None)
    if at is None:
        return None
    rest = [word.strip(" ，,") for word in (*words[:at], *words[at + 1 :]) if not word.isdecimal()]
    departments = [word for word in rest if DEPARTMENT.fullmatch(word)]
    duties = [word for word in rest if word not in departments]
    row = RosterRow(
        "".join(words[at].split()), "、".join(duties), department="".join(departments[:1])
    )
    return replace(row, standing=standing_of(row))


def is_name(words: str) -> bool:
    """Whether words are the name of a person by its surname, as lines have it."""
    bare = words.strip()
    known = personal_name().fullmatch(bare) or (
        bare[:2] in COMPOUND_SURNAMES and 3 <= len(bare) <= 4
    )
    return bool(known) and not any(bare.endswith(office) for office in OFFICES)
