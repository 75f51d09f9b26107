"""A workbook as its program saved it: days, styles, sheets; and what is refused, in one line."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from ledgers import TEXT, ledger_of, opened, saved
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from duizhao.errors import UnreadableDocument
from duizhao.ledger.locate import LocatedSheets
from duizhao.ledger.update import update_workbook
from duizhao.ledger.workbook import SHEETS, render
from duizhao.ledger.xlsx.saved_workbook import MAX_SHEETS, SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit

LEDGER = ledger_of(TEXT)
BOOK = render(LEDGER)
MEMORY = SHEETS[-1]


def read(data: bytes) -> SavedWorkbook:
    return SavedWorkbook.from_bytes(data, "台账.xlsx")


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as fault:
        LocatedSheets.from_workbook(read(data))
    assert "\n" not in str(fault.value)
    return str(fault.value).removeprefix("台账.xlsx：")


def without(data: bytes, part: str) -> bytes:
    return rewritten(data, {part: None})


def rewritten(data: bytes, parts: dict[str, bytes | None]) -> bytes:
    """The package with some parts replaced or added; those that are None are left out."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        contents = {name: old.read(name) for name in old.namelist()} | parts
        for name, content in contents.items():
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


def content(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(part)


def test_sheets_are_found_by_their_heads_whatever_their_names() -> None:
    book = opened(BOOK)
    for number, name in enumerate(SHEETS):
        book[name].title = f"表{number}"
    found = LocatedSheets.from_workbook(read(saved(book)))
    assert (found.table.sheet, found.summary) == ("表0", "表2")
    assert (found.conflicts, found.loose, found.memory) == ("表4", "表5", "表6")
    assert not update_workbook(saved(book), "台账.xlsx", LEDGER, is_whole=True).is_changed


def test_sheets_that_people_removed_are_missing() -> None:
    book = opened(BOOK)
    for name in SHEETS[1:]:
        del book[name]
    found = LocatedSheets.from_workbook(read(saved(book)))
    assert (found.summary, found.conflicts, found.loose, found.memory) == ("", None, None, None)
    assert found.read_memory() == ()


def test_memory_of_another_version_is_refused() -> None:
    book = opened(BOOK)
    (version,) = [cell for cell in book[MEMORY][1] if str(cell.value).startswith("duizhao-ledger-")]
    version.value = "duizhao-ledger-2"
    assert "另一版本" in reason(saved(book))


def test_workbook_without_a_ledger_is_refused() -> None:
    book = Workbook()
    book.active.append(["编号", "姓名", "成绩"])
    assert reason(saved(book)).startswith("没有找到台账")


def test_workbook_with_very_many_sheets_is_refused() -> None:
    book = Workbook()
    for _ in range(MAX_SHEETS):
        book.create_sheet()
    with pytest.raises(UnreadableDocument, match="张"):
        read(saved(book))


def test_workbook_without_one_of_its_parts_is_refused() -> None:
    assert "缺少部件" in reason(without(BOOK, "xl/worksheets/sheet1.xml"))


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"\xd0\xcf\x11\xe0" + bytes(600), "旧版 .xls"), (b"%PDF-1.7", "不是 .xlsx"), (b"", "不是 .xlsx")],
)  # fmt: skip
def test_other_file_is_refused_with_what_to_do(data: bytes, why: str) -> None:
    assert why in reason(data)


@pytest.mark.parametrize(
    ("number", "day"),
    [("45473", "2024-06-30"), ("45473.5", "2024-06-30"), ("x", "x"), ("0", "0"), ("1e99", "1e99")],
)
def test_stored_number_is_the_day_it_stands_for(number: str, day: str) -> None:
    assert read(BOOK).day(number) == day


def test_day_is_stored_as_its_number_in_either_calendar() -> None:
    assert read(BOOK).day_number("2024-06-30") == 45473
    assert read(BOOK).day_number("6月底") is None
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    other = read(saved(book))
    assert (other.day_number("2024-06-30"), other.day("44011")) == (44011, "2024-06-30")


def test_style_with_the_text_prefix_is_made_once() -> None:
    styles = read(BOOK).styles
    assert styles is not None
    quoted = styles.quoted("1")
    assert styles.is_changed
    assert (styles.quoted("1"), styles.quoted(quoted)) == (quoted, quoted)
    assert styles.quoted("9999") == "9999"


def test_added_sheet_has_a_free_name_and_can_be_opened() -> None:
    book = read(BOOK)
    edit = WorkbookEdit(book)
    first, second = edit.add_sheet("附表"), edit.add_sheet("附表", is_hidden=True)
    edit.put(second, 1, 0, "=原文", None)
    for name in (first, second):
        edit.keep_sheet(name)
    made = opened(edit.to_bytes())
    assert made.sheetnames[-2:] == ["附表", "附表2"]
    assert made["附表2"].sheet_state == "veryHidden"
    cell = made["附表2"]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=原文", "s", True)


CHAIN = "xl/calcChain.xml"
CHAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
CHAIN_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"


def with_chain(data: bytes) -> bytes:
    """The workbook with an order of calculation, as Excel writes it."""
    types, relations = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    override = f'<Override PartName="/{CHAIN}" ContentType="{CHAIN_TYPE}"/></Types>'
    relation = (
        f'<Relationship Id="rId99" Type="{CHAIN_RELATION}" Target="calcChain.xml"/></Relationships>'
    )
    return rewritten(
        data,
        {
            CHAIN: b'<calcChain><c r="B6" i="2"/></calcChain>',
            types: content(data, types).replace(b"</Types>", override.encode()),
            relations: content(data, relations).replace(b"</Relationships>", relation.encode()),
        },
    )


def test_order_of_calculation_goes_when_a_formula_goes_and_stays_otherwise() -> None:
    data = with_chain(BOOK)
    edit = WorkbookEdit(read(data))
    edit.put("汇总", 1, 0, "汇总", None)
    assert content(edit.to_bytes(), CHAIN)
    edit = WorkbookEdit(read(data))
    edit.put("汇总", 6, 1, "七", None)
    edit.keep_sheet("汇总")
    made = edit.to_bytes()
    assert b"calcChain" not in content(made, "[Content_Types].xml")
    assert b"calcChain" not in content(made, "xl/_rels/workbook.xml.rels")
    assert opened(made)["汇总"]["B6"].value == "七"


def test_next_program_is_asked_to_calculate_even_without_settings() -> None:
    part = "xl/workbook.xml"
    plain = re.sub(rb"<calcPr[^>]*/>", b"", content(BOOK, part))
    made = WorkbookEdit(read(rewritten(BOOK, {part: plain}))).to_bytes()
    assert b'<calcPr fullCalcOnLoad="1"/>' in content(made, part)
    assert opened(made).sheetnames == list(SHEETS)
