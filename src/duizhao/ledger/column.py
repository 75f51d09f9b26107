"""The columns of a ledger, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from duizhao.process import WORKBOOK_STATES, RowState

ORIGINS = ("查摆", "征求意见", "谈心谈话", "相互批评", "巡视巡察")
TERMS = ("立行立改", "阶段", "长期坚持")
STATUSES = tuple(state.value for state in WORKBOOK_STATES)
SCOPES = ("不公开", "班子内部", "单位内部", "向社会公开")
FOUND, NOT_STARTED, CLOSED = ORIGINS[0], RowState.NOT_STARTED.value, RowState.CLOSED.value


class CellForm(Enum):
    """What a column holds."""

    TEXT = "文字"
    SHORT = "短语"
    DATE = "日期"


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column by its head. `width` counts digits of the standard face, two for a Chinese character.

    `is_read` says that it is filled from the statement; one that `is_wanted` is coloured while it is empty.
    `choices` are offered in a drop-down; `meaning` stands on the sheet that explains the columns.
    """

    key: str
    head: str
    width: float
    meaning: str
    form: CellForm = CellForm.SHORT
    is_read: bool = False
    is_wanted: bool = False
    choices: tuple[str, ...] = ()


def _read(
    key: str,
    head: str,
    width: float,
    meaning: str,
    form: CellForm = CellForm.TEXT,
    wanted: bool = True,
) -> LedgerColumn:
    return LedgerColumn(key, head, width, meaning, form, True, wanted)


KEY, SHORT, TEXT, DATE = "id", CellForm.SHORT, CellForm.TEXT, CellForm.DATE
COLUMNS = (
    LedgerColumn(
        KEY, "编号", 11.5, "排序、更新都不变，请勿改动。P 开头是问题，M 开头是没有对应到问题的措施", SHORT, True
    ),
    LedgerColumn("origin", "来源", 7, "问题从哪里来；由材料生成的都是“查摆”", SHORT, True, choices=ORIGINS),
    _read("place", "来源编号", 11, "问题在哪份材料的第几段、从第几字起；空段不计", SHORT, False),
    _read("aspect", "对照方面", 9, "问题列在哪个对照方面之下", SHORT),
    _read("problem", "查摆出的问题", 21, "材料中的原话，不含具体表现"),
    _read("example", "具体表现", 23, "材料中“比如……”一类的原话"),
    _read("causes", "原因", 23, "材料中与这个问题对应的原因，原话；为什么对应见“对应依据”"),
    _read("goal", "整改目标", 9, "材料中写明“整改目标：”的才有"),
    _read("mark", "可核验标志", 14, "材料中写明的完成标志，或措施里可以核对的那一句"),
    _read("measures", "整改措施", 28, "材料中与这个问题对应的措施，原话；责任、时限、标志另列"),
    _read("leader", "责任领导", 7.5, "材料写明的才有", SHORT, False),
    _read("department", "牵头部门", 7.5, "材料写明的才有", SHORT, False),
    _read("owner", "责任人", 8, "材料写明的才有；“本人”“我”照录", SHORT),
    LedgerColumn("term", "整改时限", 8, "材料明说“立行立改”“长期坚持”或分阶段的才有", SHORT, True, choices=TERMS),
    _read("deadline", "时限原话", 11, "材料中关于时限的原话"),
    _read("due", "截止日期", 10.5, "原话里年月齐全才有；几项措施取最晚一个。绿按期、黄临近、红逾期、蓝已销号", DATE),
    LedgerColumn("status", "状态", 8, "新建的行从“未启动”开始", SHORT, True, choices=STATUSES),
    LedgerColumn("progress", "进展", 12, "由人填写", TEXT),
    LedgerColumn("evidence", "佐证材料", 10, "由人填写；状态为“已销号”而此处空着，会着色提醒", TEXT),
    LedgerColumn("acceptor", "验收人", 7.5, "由人填写；不能是责任人，相同会变红"),
    LedgerColumn("closed", "销号日期", 10.5, "由人填写", DATE),
    LedgerColumn("reply", "回应对象与日期", 12, "由人填写", TEXT),
    LedgerColumn("recurrence", "往年同类问题编号", 10, "由人填写"),
    LedgerColumn("scope", "公开范围", 9, "由人填写", choices=SCOPES),
    LedgerColumn("change", "变动", 14, "更新台账时由程序标出：新增、原文已改、原文已无……；看过可以删去", TEXT, True),
    _read("basis", "对应依据", 24, "原因、措施凭什么对应到这个问题：点名，或都说到同一件事；供人判断", TEXT, False),
    _read("file", "材料", 16, "材料的文件名", SHORT, False),
    _read("paragraph", "段", 5, "第几段（空段不计）", SHORT, False),
    _read("span", "字符", 12, "在材料全文中的起止字符，从 0 数起，含头不含尾", SHORT, False),
    _read("sentence", "原句", 40, "材料中这个问题（或措施）的全文，一字不改", TEXT, False),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
BY_HEAD = {column.head: column for column in COLUMNS}
LAST_PRINTED = "closed"
TRACES = frozenset(("place", "basis", "file", "paragraph", "span", "sentence"))
"""What says where a row comes from. It moves whenever the text above does, which is no change of the row."""
