"""What a file of an earlier meeting is: whose statement, a ledger, a notice; of which year; what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import Enum
from pathlib import PurePath
from typing import Any

from duizhao.api.cell_tables import CellTable, plain_head, tables_in
from duizhao.api.checker import Checker
from duizhao.api.roster_table import RosterRow, roster_in, standing_of
from duizhao.document.people import OFFICES
from duizhao.errors import DuizhaoError, UnreadableDocument
from duizhao.ledger.column import COLUMN_BY_HEAD
from duizhao.lint import Reading
from duizhao.profiles import PaperKind, years_of
from duizhao.profiles.occasion import meetings_of
from duizhao.read import read_bytes, readable_suffixes
from duizhao.report.subject import Subject
from duizhao.reuse.labels import label_of_readings, person_of_file_name
from duizhao.text import Source

WORKBOOKS, OLD_WORKBOOKS = (".xlsx", ".csv"), (".xls", ".et")
OLD_WORKBOOK = "旧版表格里的各行读不出来；要用的话，请另存为 .xlsx 再放一次"
OTHER_FORMAT = "读不了这种格式，照原样放进来"
LEAST_LEDGER_HEADS = 3
GENERIC = "generic"
DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
HELD = re.compile(
    r"(?:时间[：:]\s*|定于|拟于|于)?(20\d\d年\d{1,2}月\d{1,2}日)(?=[^。；\n]{0,24}(?:召开|开会|举行))"
    r"|(?:会议)?时间[：:]\s*(20\d\d年\d{1,2}月\d{1,2}日)"
)
MONTHS_OF_LAST_YEAR = 6
"""A meeting held until June is mostly that of the year before."""
HEAD_LINES = 6


class FolderFileKind(Enum):
    """What a file of an earlier meeting is. The values are the words that a page shows."""

    STATEMENT = "个人对照检查材料"
    TEAM_STATEMENT = "班子对照检查材料"
    LEDGER = "整改台账"
    NOTICE = "上级通知"
    MINUTES = "会议记录"
    OPINIONS = "征求意见"
    STUDY = "学习材料"
    ROSTER = "名册"
    OTHER = "其他"


# The first that fits the title or the name of the file.
BY_TITLE = (
    (FolderFileKind.MINUTES, re.compile("会议记录|会议纪要|生活会记录")),
    (FolderFileKind.OPINIONS, re.compile("征求意见|意见建议|意见汇总|征集意见")),
    (FolderFileKind.STUDY, re.compile("学习(?:记录|计划|材料|安排)|集中学习|研讨")),
    (FolderFileKind.LEDGER, re.compile("台账|整改清单|问题清单")),
    (FolderFileKind.NOTICE, re.compile("通知")),
)


@dataclass(frozen=True, slots=True)
class FolderFile:
    """What was read in a file of an earlier meeting. What it leaves open is empty, or None.

    `people` are those whom it names as authors, or lists. `fault` is the reason why it could not be read.
    """

    kind: FolderFileKind
    title: str = ""
    year: int | None = None
    meeting: str = ""
    profile: str = ""
    held_on: str = ""
    people: tuple[RosterRow, ...] = ()
    rows: int = 0
    fault: str = ""

    def as_json(self) -> dict[str, Any]:
        """The same as JSON has it."""
        people = [{**asdict(each), "standing": each.standing.name.lower()} for each in self.people]
        return {**asdict(self), "kind": self.kind.name.lower(), "people": people}


def read_folder_file(data: bytes, name: str, checker: Checker) -> FolderFile:
    """What a file of an earlier meeting is. A file that cannot be read is of the kind that its name suggests."""
    suffix = PurePath(name).suffix.lower()
    by_name = _by_title(PurePath(name).stem)
    try:
        if suffix in WORKBOOKS:
            return _of_tables(tables_in(data, name), name)
        if suffix not in readable_suffixes():
            why = OLD_WORKBOOK if suffix in OLD_WORKBOOKS else OTHER_FORMAT
            return FolderFile(by_name, fault=why)
        return _of_text(read_bytes(data, name, suffix.removeprefix(".")), checker)
    except UnreadableDocument as fault:
        return FolderFile(by_name, fault=fault.reason)
    except DuizhaoError as fault:
        return FolderFile(by_name, fault=str(fault))


def ledger_rows(tables: Sequence[CellTable]) -> list[dict[str, str]]:
    """The rows of ledgers in some tables, by the keys of our columns; other tables have none."""
    return [row for table in tables for row in _ledger_rows(table)]


def _ledger_rows(table: CellTable) -> Iterator[dict[str, str]]:
    head = table.head(tuple(COLUMN_BY_HEAD), LEAST_LEDGER_HEADS)
    if head is None:
        return
    at, cells = head
    columns = {
        COLUMN_BY_HEAD[each].key: place
        for place, each in enumerate(cells)
        if each in COLUMN_BY_HEAD
    }
    if not {"problem", "measures"} & set(columns):
        return
    for row in table.rows[at + 1 :]:
        found = {key: row[place].strip() for key, place in columns.items() if place < len(row)}
        if found.get("problem") or found.get("measures"):
            yield found


def _of_tables(tables: Sequence[CellTable], name: str) -> FolderFile:
    title = PurePath(name).stem
    dated = FolderFile(FolderFileKind.OTHER, title, _year(title), _meeting(title))
    if rows := ledger_rows(tables):
        return replace(dated, kind=FolderFileKind.LEDGER, rows=len(rows))
    people = roster_in([each for each in tables if _has_names(each)]).rows
    if people and dated.kind is FolderFileKind.OTHER and "意见" not in title:
        return replace(dated, kind=FolderFileKind.ROSTER, people=people)
    return replace(dated, kind=_by_title(title))


def _has_names(table: CellTable) -> bool:
    return any("姓名" in map(plain_head, row) for row in table.rows[:10])


def _of_text(source: Source, checker: Checker) -> FolderFile:
    readings = checker.readings(source)
    statements = [each for each in readings if each.statement.recognised]
    first = "\n".join([line for line in source.text.splitlines() if line.strip()][:HEAD_LINES])
    title = first.partition("\n")[0].strip()[:80]
    if not statements or _by_title(title) is FolderFileKind.MINUTES:
        return _of_other(source, title, first)
    subject = Subject.from_reading(statements[0])
    people = tuple(person for each in statements for person in _author(each, source))
    is_team = statements[0].statement.kind is PaperKind.TEAM
    label = label_of_readings(statements)
    named = _year(subject.title)
    return FolderFile(
        FolderFileKind.TEAM_STATEMENT if is_team else FolderFileKind.STATEMENT,
        subject.title or title,
        named or _year_of_day(source.text) or (int(label.year) if label.year else None),
        _meeting(f"{subject.title}{first}"),
        "" if label.campaign == GENERIC else label.campaign,
        people=() if is_team else people,
    )


def _of_other(source: Source, title: str, first: str) -> FolderFile:
    kind = _by_title(title)
    if kind is FolderFileKind.OTHER:
        kind = _by_title(PurePath(source.name).stem)
    held = next((a or b for a, b in HELD.findall(source.text[:4000])), "")
    return FolderFile(
        kind,
        title,
        _year(title) or _year(first) or _year_of_day(source.text),
        _meeting(first) or _meeting(source.text[:2000]),
        held_on=_iso(held),
    )


def _author(reading: Reading, source: Source) -> Iterator[RosterRow]:
    """Whose statement it is, with the duty that stands beside the name."""
    label, subject = label_of_readings([reading]), Subject.from_reading(reading)
    name = label.person or person_of_file_name(PurePath(source.name).stem, source.text)
    if name:
        signed = (
            " ".join(reading.of(reading.document.signature).split())
            if reading.document.signature
            else ""
        )
        duty = _duty(subject.role, name, label.unit) or _duty(signed, name, label.unit)
        row = RosterRow(name, duty)
        yield replace(row, standing=standing_of(row))


def _duty(line: str, name: str, unit: str) -> str:
    """The duty in a line that has the unit and the name as well: 县水务局党组成员、副局长　周明远."""
    words = re.sub("[\\s\u3000]+", "", line).replace("".join(name.split()), "")
    words = re.sub("^(?:姓名|职务|汇报人|发言人|剖析人|检查人|单位及职务)[：:]", "", words)
    words = words.removeprefix("中共").removeprefix(unit).strip("，,：:（）()")
    return words if any(office in words for office in OFFICES) and len(words) <= 40 else ""


def _by_title(title: str) -> FolderFileKind:
    return next((kind for kind, words in BY_TITLE if words.search(title)), FolderFileKind.OTHER)


def _year(words: str) -> int | None:
    """The year that words name a meeting by: for 2023年 that year, for 2023年度 too."""
    return max(years_of(words), default=None)


def _year_of_day(text: str) -> int | None:
    """The year of the meeting for which a text was written on its last day."""
    days = DAY.findall(text)
    if not days:
        return None
    year, month, _ = map(int, days[-1])
    return year - (month <= MONTHS_OF_LAST_YEAR)


def _meeting(words: str) -> str:
    found = meetings_of(words)
    return next(iter(found)) if len(found) == 1 else ""


def _iso(words: str) -> str:
    if not (found := DAY.search(words)):
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""
