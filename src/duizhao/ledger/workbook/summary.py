"""The summary: counts as formulas, so that they stay right when people edit, and charts of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from duizhao.ledger.column import CLOSED, STATUSES
from duizhao.ledger.model import Ledger
from duizhao.ledger.workbook.address import NEAR, SUMMARY, letters, whole
from duizhao.ledger.workbook.face import BLUE, GREEN, RED, YELLOW, Faces
from duizhao.ledger.workbook.paper import set_paper
from duizhao.ledger.workbook.put import as_day

NEAR_DAYS = 15
OPEN = f'{whole("status")},"<>{CLOSED}"'
DUE = whole("due")
Line = tuple[str, str, int]


def write_summary(sheet: Any, book: Any, ledger: Ledger, today: date, faces: Faces) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 9)
    sheet.set_column(2, 2, 4)
    sheet.set_column(3, 3, 34)
    sheet.set_column(4, 6, 9)
    sheet.write_string(0, 0, "整改台账汇总", faces.title)
    sheet.write_string(1, 0, "随台账自动统计；今天", faces.note)
    sheet.write_formula(1, 1, "=TODAY()", faces.date, (today - date(1899, 12, 30)).days)
    sheet.write_string(2, 0, "几天之内算临近（可改）", faces.text)
    sheet.write_number(2, 1, NEAR_DAYS, faces.number)
    book.define_name(NEAR, f"={SUMMARY}!$B$3")
    counts = _Counts(ledger, today)
    row = _block(sheet, 4, "总数", counts.whole(), faces)
    states = row + 1
    row = _block(sheet, states, "状态", counts.statuses(), faces)
    dues = row + 1
    row = _block(sheet, dues, "期限", counts.dues(), faces)
    _block(sheet, row + 1, "还缺什么", counts.wanting(), faces)
    bottom = _grid(sheet, "对照方面", counts.by("aspect", ledger.aspects), 4, faces)
    _grid(sheet, "材料", counts.by("file", ledger.files), bottom + 1, faces)
    sheet.insert_chart("I5", _chart(book, "状态", states, len(STATUSES) + 1, None))
    sheet.insert_chart("I22", _chart(book, "期限", dues, 5, (RED, YELLOW, GREEN, "#E5E5E5", BLUE)))
    set_paper(sheet)


class _Counts:
    """Formulas, each with its value on the day of writing for programs that do not calculate."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._rows = [row.cells() for row in ledger.rows]
        self._today = today

    def whole(self) -> list[Line]:
        ids, rows = whole("id"), self._rows
        measures = sum(row["id"].startswith("M") for row in rows)
        return [
            ("全部行", f"=COUNTA({ids})-1", len(rows)),
            ("其中：没有对应到问题的措施", f'=COUNTIF({ids},"M-*")', measures),
            ("已销号", f'=COUNTIF({whole("status")},"{CLOSED}")', 0),
        ]

    def statuses(self) -> list[Line]:
        counts = Counter(row["status"] for row in self._rows)
        status = whole("status")
        lines = [(name, f'=COUNTIF({status},"{name}")', counts[name]) for name in STATUSES]
        named = "".join(f'-COUNTIF({status},"{name}")' for name in STATUSES)
        return [*lines, ("其他或未填", f"=COUNTA({whole('id')})-1{named}", 0)]

    def dues(self) -> list[Line]:
        days = [(day - self._today).days for row in self._rows if (day := as_day(row["due"]))]
        late, near = sum(day < 0 for day in days), sum(0 <= day <= NEAR_DAYS for day in days)
        closed = f'COUNTIF({whole("status")},"{CLOSED}")'
        dated = f'COUNTIFS({DUE},">0",{OPEN})'
        return [
            ("逾期", f'=COUNTIFS({DUE},">0",{DUE},"<"&TODAY(),{OPEN})', late),
            ("临近", f'=COUNTIFS({DUE},">="&TODAY(),{DUE},"<="&TODAY()+{NEAR},{OPEN})', near),
            ("按期", f'=COUNTIFS({DUE},">"&TODAY()+{NEAR},{OPEN})', len(days) - late - near),
            ("没有截止日期", f"=COUNTA({whole('id')})-1-{dated}-{closed}", len(self._rows) - len(days)),
            ("已销号", f"={closed}", 0),
        ]  # fmt: skip

    def wanting(self) -> list[Line]:
        what = (
            ("没有对应的问题", "problem"), ("没有具体表现", "example"), ("没有原因", "causes"),
            ("没有措施", "measures"), ("没有可核验标志", "mark"), ("没有责任人", "owner"),
            ("没有验收人", "acceptor"),
        )  # fmt: skip
        ids = whole("id")
        return [
            (
                label,
                f'=COUNTIFS({ids},"?*",{whole(key)},"")',
                sum(not row[key] for row in self._rows),
            )
            for label, key in what
        ]

    def by(self, key: str, names: Sequence[str]) -> list[tuple[str, list[tuple[str, int]]]]:
        """A line for each name: all rows, those closed, those late. What has another name is counted at the end."""
        column = whole(key)
        late = f'{DUE},">0",{DUE},"<"&TODAY(),{OPEN}'
        lines = []
        for name in names:
            own = [row for row in self._rows if row[key] == name]
            days = [day for row in own if (day := as_day(row["due"]))]
            # The name stands in the cell beside: a wildcard in it is nobody's pattern.
            is_named = (
                f'{column},SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({{cell}},"~","~~"),"*","~*"),"?","~?")'
            )
            lines.append(
                (
                    name,
                    [
                        (f"=COUNTIFS({is_named})", len(own)),
                        (f'=COUNTIFS({is_named},{whole("status")},"{CLOSED}")', 0),
                        (f"=COUNTIFS({is_named},{late})", sum(day < self._today for day in days)),
                    ],
                )
            )
        return lines


def _block(sheet: Any, row: int, head: str, lines: Sequence[Line], faces: Faces) -> int:
    """A head and lines of a label and a count. Returns the row below."""
    sheet.write_string(row, 0, head, faces.head)
    sheet.write_string(row, 1, "行数", faces.head)
    for at, (label, formula, value) in enumerate(lines, row + 1):
        sheet.write_string(at, 0, label, faces.text)
        sheet.write_formula(at, 1, formula, faces.number, value)
    return row + len(lines) + 1


def _grid(
    sheet: Any,
    head: str,
    lines: Sequence[tuple[str, Sequence[tuple[str, int]]]],
    row: int,
    faces: Faces,
) -> int:
    """A table of names with three counts each. Returns the row below."""
    for at, title in enumerate((head, "全部", "已销号", "逾期"), 3):
        sheet.write_string(row, at, title, faces.head)
    for number, (name, counts) in enumerate(lines, row + 1):
        sheet.write_string(number, 3, name, faces.quoted)
        for at, (formula, value) in enumerate(counts, 4):
            made = formula.format(cell=f"$D{number + 1}")
            sheet.write_formula(number, at, made, faces.number, value)
    last = row + len(lines) + 1
    sheet.write_string(last, 3, "其他或未填", faces.text)
    for at in (4, 5, 6):
        column = letters(at)
        named = f"SUM({column}{row + 2}:{column}{last})" if lines else "0"
        sheet.write_formula(last, at, f"={_all(at)}-{named}", faces.number, 0)
    return last + 1


def _all(at: int) -> str:
    if at == 4:
        return f"COUNTA({whole('id')})-1"
    if at == 5:
        return f'COUNTIF({whole("status")},"{CLOSED}")'
    return f'COUNTIFS({DUE},">0",{DUE},"<"&TODAY(),{OPEN})'


def _chart(book: Any, title: str, row: int, count: int, colours: Sequence[str] | None) -> Any:
    chart = book.add_chart({"type": "bar"})
    series: dict[str, Any] = {
        "name": title,
        "categories": [SUMMARY, row + 1, 0, row + count, 0],
        "values": [SUMMARY, row + 1, 1, row + count, 1],
        "data_labels": {"value": True},
        "fill": {"color": "#8FAADC"},
        "border": {"color": "#808080"},
        "gap": 40,
    }
    if colours:
        series["points"] = [{"fill": {"color": colour}} for colour in colours]
    chart.add_series(series)
    chart.set_title({"name": title, "name_font": {"name": "宋体", "size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"name": "宋体", "size": 10}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 460, "height": 300})
    return chart
