"""Record sheets of talks as forms: the fields of a county office in their order, empty where people write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao.role import Role
from duizhao.typeset.paper.model import FormCell, FormRow, FormTable, PaperLine, WrittenPaper

TITLE = "谈心谈话记录表"
SIGNED = f"谈话人签名：{'　' * 8}谈话对象签名："
LINE_HEIGHT = 11.0
"""Of a row of one line, in mm."""


@dataclass(frozen=True, slots=True)
class TalkSheet:
    """What is known of a talk. An empty field is room to write in."""

    one: str = ""
    other: str = ""
    held: str = ""
    place: str = ""
    kind: str = ""
    content: str = ""
    problems: str = ""
    measures: str = ""
    remark: str = ""


def talk_sheets(name: str, sheets: Iterable[TalkSheet]) -> WrittenPaper:
    """A page for each talk."""
    return WrittenPaper(name, tuple(part for sheet in sheets for part in _page(sheet)))


def _page(sheet: TalkSheet) -> Iterator[PaperLine | FormTable]:
    yield PaperLine(TITLE, Role.TITLE)
    pairs = (
        (("谈话时间", sheet.held), ("谈话地点", sheet.place)),
        (("谈话人", sheet.one), ("谈话对象", sheet.other)),
    )
    wide = (
        ("谈话类型", sheet.kind, LINE_HEIGHT),
        ("谈话主要\n内容", sheet.content, 62),
        ("存在问题", sheet.problems, 36),
        ("整改措施", sheet.measures, 36),
        ("备注", sheet.remark, LINE_HEIGHT),
    )
    rows = [
        FormRow(tuple(cell for pair in row for cell in _labelled(*pair)), LINE_HEIGHT)
        for row in pairs
    ]
    rows += [FormRow(_labelled(label, text, 3), height) for label, text, height in wide]
    yield FormTable((26, 54, 26, 50), tuple(rows))
    yield PaperLine(SIGNED)


def _labelled(label: str, text: str, columns: int = 1) -> tuple[FormCell, FormCell]:
    return FormCell(label, is_label=True), FormCell(text, columns)
