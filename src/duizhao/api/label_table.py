"""A table of labels that an office keeps: a .csv with a row for each file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from duizhao.api.cell_tables import rows_of_csv
from duizhao.errors import DuizhaoError, UnreadableDocument
from duizhao.os_reason import reason_of
from duizhao.reuse.model import DocumentKind, DocumentLabel

FILE_COLUMN = "文件"
COLUMNS = {"姓名": "person", "单位": "unit", "年度": "year", "活动": "campaign"}
KIND = "类别"
KINDS = {"": DocumentKind.NOT_GIVEN, "材料": DocumentKind.STATEMENT, "范文": DocumentKind.TEMPLATE}


def label_list(path: Path) -> dict[str, DocumentLabel]:
    """The labels in a list, by file name. Raises UnreadableDocument, or DuizhaoError that names the wrong line."""
    rows = _rows(path)
    head = rows[0] if rows else []
    _refuse_unknown(path, head)
    found: dict[str, DocumentLabel] = {}
    for number, row in enumerate(rows[1:], 2):
        cells = dict(zip(head, row, strict=False))
        name = Path(cells.get(FILE_COLUMN, "")).name
        if name:
            found[name] = _label(f"{path} 第 {number} 行", cells)
    return found


def _refuse_unknown(path: Path, head: Sequence[str]) -> None:
    known = [FILE_COLUMN, *COLUMNS, KIND]
    if FILE_COLUMN not in head:
        raise DuizhaoError(
            f"{path}：第一行要写各列的名称，并有“{FILE_COLUMN}”一列，可用：{'、'.join(known)}"
        )
    for name in head:
        if name and name not in known:
            near = [f"，是不是“{each}”？" for each in get_close_matches(name, known, 1, 0.4)]
            raise DuizhaoError(f"{path}：没有“{name}”这一列{''.join(near)}可用：{'、'.join(known)}")


def _label(where: str, cells: Mapping[str, str]) -> DocumentLabel:
    values = {field: cells.get(column, "") for column, field in COLUMNS.items()}
    kind = cells.get(KIND, "")
    if kind not in KINDS:
        raise DuizhaoError(f"{where}：类别写“材料”或“范文”，不能是“{kind}”")
    return DocumentLabel(**values, kind=KINDS[kind])


def _rows(path: Path) -> list[list[str]]:
    if path.suffix.lower() in {".xlsx", ".xls", ".et"}:
        raise UnreadableDocument(path, "名单要用 .csv；请在 Excel 或 WPS 里另存为 CSV 再试")
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableDocument(path, f"打不开，{reason_of(fault)}") from fault
    return [[cell.strip() for cell in row] for row in rows_of_csv(data, str(path))]
