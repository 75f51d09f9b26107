"""The columns of a ledger, in the order in which they stand, and the cells of a row, which follow from its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from duizhao.ledger.row import DeadlineKind, DisclosureScope, Row, RowOrigin
from duizhao.office.cell import LONGEST_CELL
from duizhao.process import RowState

STATE_WORDS = tuple(state.value for state in RowState)
CLOSED_WORD = RowState.CLOSED.value
HANDED_OVER_WORD = RowState.HANDED_OVER.value
KIND_SEPARATOR = "，"

CellValue = str | int | date | Enum | Sequence[str] | None
"""What a cell can show. Several texts are numbered, each on a line of its own."""


class CellForm(Enum):
    """What a column holds."""

    TEXT = "文字"
    SHORT = "短语"
    DATE = "日期"


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column by its head. `width` counts digits of the standard font, two for a Chinese character.

    `is_read` is True if the program fills the column; one that `is_wanted` is coloured while it is empty. `choices` are
    offered in a drop-down; `meaning` stands on the sheet that explains the columns. `derive` gives the value for a row;
    without it the value is the field of the row with the column's key. `aliases` are heads that other ledgers give the
    same column. One that is not `is_shown` stands in the workbook hidden. `is_later` marks the columns that workbooks
    of the first version lack.
    """

    key: str
    head: str
    width: float
    meaning: str
    form: CellForm = CellForm.SHORT
    is_read: bool = False
    is_wanted: bool = False
    choices: tuple[str, ...] = ()
    derive: Callable[[Row], CellValue] | None = None
    aliases: tuple[str, ...] = ()
    is_shown: bool = True
    is_later: bool = False

    @property
    def filled_by(self) -> str:
        """Who fills the column, in words for the user."""
        if not self.is_read:
            return "程序填" if self.key == "number" else "人填"
        return "程序填" if self.key in TRACE_COLUMNS | {"id", "change"} else "程序先填，人可改"

    def cell(self, row: Row) -> str:
        """The text of the row's cell; empty if the statement has nothing for it."""
        return cell_text(self.derive(row) if self.derive else getattr(row, self.key))


def cells_of(row: Row) -> dict[str, str]:
    """The text of every cell of a row, by the column's key."""
    return {column.key: column.cell(row) for column in COLUMNS}


def cell_text(value: CellValue) -> str:
    """A value as a cell shows it: a day as 2024-06-30, a member of a closed set by its word."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return numbered(value) if isinstance(value, Sequence) else str(value)


def numbered(values: Sequence[str]) -> str:
    """One value as it is; several, each on its line with its number; a value that all share, once."""
    if len(set(values)) == 1:
        return values[0]
    # A cell has a limit, and forty long measures may answer each of a thousand problems.
    room, lines = LONGEST_CELL, []
    for number, value in enumerate(values, 1):
        if value and room > 0:
            lines.append(f"{number}. {value}")
            room -= len(lines[-1]) + 1
    return "\n".join(lines)


def _each_measure(key: str) -> Callable[[Row], CellValue]:
    """The values of one field of all measures."""
    return lambda row: [getattr(measure, key) for measure in row.measures]


def _only_kinds(row: Row) -> CellValue:
    """The kinds of deadline, if all measures that name any name the same: 立行立改，长期坚持 for two in one."""
    kinds = {measure.kinds for measure in row.measures if measure.kinds}
    return KIND_SEPARATOR.join(_words(kinds.pop())) if len(kinds) == 1 else None


def _words(choices: Iterable[Enum]) -> tuple[str, ...]:
    return tuple(choice.value for choice in choices)


def _read(
    key: str,
    head: str,
    width: float,
    meaning: str,
    form: CellForm = CellForm.TEXT,
    *,
    wanted: bool = True,
    choices: tuple[str, ...] = (),
    derive: Callable[[Row], CellValue] | None = None,
    **others: Any,
) -> LedgerColumn:
    """A column that the program fills."""
    return LedgerColumn(
        key,
        head,
        width,
        meaning,
        form,
        is_read=True,
        is_wanted=wanted,
        choices=choices,
        derive=derive,
        **others,
    )


def _of_measures(
    key: str,
    head: str,
    width: float,
    meaning: str,
    form: CellForm = CellForm.TEXT,
    *,
    wanted: bool = True,
    **others: Any,
) -> LedgerColumn:
    """A column that shows a field of each measure."""
    field = "text" if key == "measures" else key
    return _read(
        key, head, width, meaning, form, wanted=wanted, derive=_each_measure(field), **others
    )


SHORT, TEXT, DATE = CellForm.SHORT, CellForm.TEXT, CellForm.DATE
TWO_IN_ONE = KIND_SEPARATOR.join(_words((DeadlineKind.AT_ONCE, DeadlineKind.STANDING)))
COLUMNS = (
    LedgerColumn("number", "序号", 5, "第几行，打印时“同第 3 行”指的就是它；更新时新加的行接着往下编",
                 derive=lambda row: None, is_later=True),
    _read("id", "编号", 11.5, "排序、更新都不变，请勿改动，平时隐藏。P 开头是问题，M 开头是没有对应到问题的措施", SHORT,
          wanted=False, is_shown=False),
    _read("person", "姓名（职务）", 13, "材料的落款、署名行写明是谁的；两处写得不同就空着", SHORT,
          wanted=False, aliases=("姓名", "姓名及职务", "姓名职务", "整改对象"), is_later=True),
    _read("origin", "来源", 7, "问题从哪里来；由材料生成的都是“查摆”", SHORT, wanted=False, choices=_words(RowOrigin),
          aliases=("问题来源", "交办来源")),
    _read("place", "来源编号", 11, "问题在哪份材料的第几段、从第几字起；空段不计", SHORT, wanted=False,
          derive=lambda row: f"{row.file} {row.place.label}"),
    LedgerColumn("category", "问题类别", 9, "由人填写", aliases=("问题归类", "问题分类", "整改类型"), is_shown=False,
                 is_later=True),
    _read("aspect", "对照方面", 9, "问题列在哪个对照方面之下", SHORT),
    _read("problem", "查摆出的问题", 21, "材料中的原话，不含具体表现",
          aliases=("存在问题", "存在的问题", "问题描述", "主要问题", "查摆问题", "问题内容", "整改内容")),
    _read("example", "具体表现", 23, "材料中“比如……”一类的原话", aliases=("问题表现", "问题具体表现")),
    _read("causes", "原因", 23, "材料中与这个问题对应的原因，原话；为什么对应见“对应依据”",
          aliases=("原因剖析", "原因分析", "问题原因")),
    _of_measures("goal", "整改目标", 9, "材料中写明“整改目标：”的才有", aliases=("目标要求", "整改要求")),
    _of_measures("mark", "可核验标志", 14, "材料中写明的完成标志，或措施里可以核对的那一句",
                 aliases=("完成标志", "验收标准", "完成标准")),
    _of_measures("measures", "整改措施", 28, "材料中与这个问题对应的措施，原话；责任、时限、标志另列",
                 aliases=("具体措施", "具体整改措施", "推进措施", "措施")),
    _of_measures("leader", "责任领导", 7.5, "材料写明的才有，如“由副局长李某某牵头”", SHORT, wanted=False,
                 aliases=("分管领导", "牵头领导", "公司责任领导")),
    _of_measures("department", "牵头部门", 7.5, "材料写明的才有，如“由办公室负责”；打印时列名为“责任单位”", SHORT,
                 wanted=False,
                 aliases=("责任单位", "牵头单位", "牵头整改部门", "责任部门", "责任科室", "整改责任单位")),
    _of_measures("partner", "配合单位", 7.5, "材料写明的才有，如“人事科配合”“会同人事科”", SHORT,
                 wanted=False, is_shown=False, is_later=True,
                 aliases=("协办单位", "配合部门", "协办部门", "配合单位或部门", "配合科室")),
    _of_measures("owner", "责任人", 8, "材料写明的才有，如“由王某某负责”；写“本人”“我”而署了名的，填姓名", SHORT,
                 aliases=("整改责任人", "责任主体", "经办人")),
    _read("term", "整改时限", 8, "材料明说“立行立改”“长期坚持”或分阶段的才有；一条里说了两样的，两样都列", SHORT,
          wanted=False, choices=(*_words(DeadlineKind), TWO_IN_ONE), derive=_only_kinds),
    _of_measures("deadline", "时限原话", 11, "材料中关于时限的原话",
                 aliases=("完成时限", "整改期限", "预计完成时间", "完成期限", "进度时限", "时限")),
    _read("due", "截止日期", 10.5, "原话里年月齐全才有；几项措施取最晚一个。绿按期、黄临近、红逾期、蓝已销号", DATE,
          aliases=("截止时间", "到期日")),
    LedgerColumn("postponed", "延期至", 10.5, "由人填写；填了日期，颜色和汇总就以它为准", DATE,
                 aliases=("延期时间", "延期到"), is_later=True),
    _read("status", "状态", 8, "新建的行从“未启动”开始", SHORT, wanted=False, choices=STATE_WORDS,
          derive=lambda row: row.state, aliases=("整改状态", "整改完成情况", "是否完成", "是否销号", "完成情况")),
    LedgerColumn("progress", "进展", 12, "由人填写", TEXT,
                 aliases=("整改进展", "落实情况", "整改情况", "进展情况", "本月实施情况", "整改落实情况")),
    LedgerColumn("done", "完成日期", 10.5, "由人填写：整改做完的日期；验收销号的日期另填“销号日期”", DATE,
                 aliases=("整改完成时间", "完成时间", "整改到位时间", "措施完成时间", "整改结束时间"), is_later=True),
    LedgerColumn("unfinished", "未完成原因", 12, "由人填写", TEXT, is_shown=False, aliases=("未完成的原因",),
                 is_later=True),
    LedgerColumn("evidence", "佐证材料", 10, "由人填写；状态为“已销号”而此处空着，会着色提醒", TEXT, aliases=("附件",)),
    LedgerColumn("acceptor", "验收人", 7.5, "由人填写；不能是责任人，相同会变红", aliases=("销号人", "审核人")),
    LedgerColumn("closed", "销号日期", 10.5, "由人填写", DATE, aliases=("销号时间", "验收日期", "验收时间")),
    LedgerColumn("reply", "回应对象与日期", 12, "由人填写", TEXT),
    LedgerColumn("recurrence", "往年同类问题编号", 10, "由人填写"),
    LedgerColumn("scope", "公开范围", 9, "由人填写", choices=_words(DisclosureScope)),
    LedgerColumn("remark", "备注", 12, "由人填写", TEXT, is_later=True),
    _read("change", "变动", 14, "更新台账时由程序标出：新增、原文已改、原文已无……；看过可以删去", TEXT, wanted=False),
    _read("basis", "对应依据", 24,
          "原因、措施凭什么对应到这个问题：点名、同一件事、同样的词或由来、相连的意思、次序；供人判断",
          TEXT, wanted=False, derive=lambda row: "\n".join(row.basis)),
    _read("file", "材料", 16, "材料的文件名", SHORT, wanted=False),
    _read("paragraph", "段", 5, "第几段（空段不计）", SHORT, wanted=False, is_shown=False,
          derive=lambda row: row.place.paragraph),
    _read("span", "字符", 12, "在材料全文中的起止字符，从 0 数起，含头不含尾", SHORT, wanted=False, is_shown=False,
          derive=lambda row: f"{row.span.start}–{row.span.end}"),
    _read("sentence", "原句", 40, "材料中这个问题（或措施）的全文，一字不改", TEXT, wanted=False),
)  # fmt: skip
COLUMN_BY_KEY = {column.key: column for column in COLUMNS}
COLUMN_BY_HEAD = {alias: column for column in COLUMNS for alias in column.aliases} | {
    column.head: column for column in COLUMNS
}
"""Columns by the heads under which they are recognised: their own, and those of other ledgers."""
TRACE_COLUMNS = frozenset(("place", "basis", "file", "paragraph", "span", "sentence"))
"""Columns that name the source of a row. They move whenever the text above does, which is no change of the row."""
