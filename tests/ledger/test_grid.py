"""The cells of a sheet are read and changed in its XML, and the XML around them stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from duizhao.ledger.xlsx.grid import CellGrid, column_letters, column_number

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = ("甲", "乙")


def grid_of(rows: str, around: str = "") -> CellGrid:
    xml = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData>{around}</worksheet>'
    return CellGrid(etree.fromstring(xml), STRINGS)


def xml_of(grid: CellGrid) -> str:
    """The rows of the grid as they would be written, without what all have in common."""
    (data,) = grid.root.iter(grid.tag("sheetData"))
    text = etree.tostring(data, encoding="unicode").replace(f' xmlns="{NAMESPACE}"', "")
    return (
        text.replace(' xml:space="preserve"', "")
        .removeprefix("<sheetData>")
        .removesuffix("</sheetData>")
    )


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="s"><v>1</v></c>', "乙"),
        ('<c t="s"><v>7</v></c>', ""),
        ('<c t="inlineStr"><is><t> 丙 </t></is></c>', "丙"),
        ('<c t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r><rPh><t>bing</t></rPh></is></c>', "丙丁"),
        ("<c><v>45473</v></c>", "45473"),
        ('<c t="str"><f>A1&amp;"x"</f><v>7x</v></c>', '=A1&"x"'),
        ('<c t="b"><v>1</v></c>', "1"),
        ('<c s="4"/>', ""),
    ],
)  # fmt: skip
def test_cell_shows_its_text(cell: str, text: str) -> None:
    assert grid_of(f"<row>{cell}</row>").text(1, 0) == text


def test_places_that_a_program_left_out_follow_from_the_one_before() -> None:
    grid = grid_of('<row><c/><c r="D1"/><c/></row><row r="5"><c/></row><row><c/></row>')
    assert grid.rows == [1, 5, 6]
    assert list(grid.columns(1)) == [0, 3, 4]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Into an empty sheet, between two cells, over a number, over a formula.
        ("", '<row r="2"><c r="B2" t="inlineStr"><is><t>新</t></is></c></row>'),
        (
            '<row r="2" spans="1:3"><c r="A2"/><c r="C2"/></row>',
            '<row r="2"><c r="A2"/><c r="B2" t="inlineStr"><is><t>新</t></is></c><c r="C2"/></row>',
        ),
        (
            '<row r="2"><c r="B2" s="3"><v>7</v></c></row>',
            '<row r="2"><c r="B2" s="3" t="inlineStr"><is><t>新</t></is></c></row>',
        ),
        (
            '<row r="2"><c r="B2" t="str"><f>A1</f><v>7</v></c></row>',
            '<row r="2"><c r="B2" t="inlineStr"><is><t>新</t></is></c></row>',
        ),
        (
            '<row r="1"/><row r="3"/>',
            '<row r="1"/><row r="2"><c r="B2" t="inlineStr"><is><t>新</t></is></c></row><row r="3"/>',
        ),
    ],
)
def test_text_is_put_into_its_cell(before: str, after: str) -> None:
    grid = grid_of(before)
    grid.put(2, 1, "新")
    assert xml_of(grid) == after
    assert grid.has_lost_formula == ("<f>" in before)


def test_empty_text_leaves_an_empty_cell_with_its_style() -> None:
    grid = grid_of('<row r="2"><c r="B2" s="3"><v>7</v></c></row>')
    grid.put(2, 1, "")
    assert xml_of(grid) == '<row r="2"><c r="B2" s="3"/></row>'


def test_formula_is_put_with_its_value_and_the_value_can_be_dropped() -> None:
    grid = grid_of("")
    grid.put_formula(1, 0, "=SUM(B:B)", 7, "2")
    assert xml_of(grid) == '<row r="1"><c r="A1" s="2"><f>SUM(B:B)</f><v>7</v></c></row>'
    assert (grid.formula(1, 0), grid.is_number(1, 0)) == ("SUM(B:B)", False)
    grid.set_value(1, 0, None)
    assert xml_of(grid) == '<row r="1"><c r="A1" s="2"><f>SUM(B:B)</f></c></row>'


def test_cells_of_some_columns_move_down_together() -> None:
    grid = grid_of(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
    )
    grid.move_down(1, 1, 1, 1)
    assert xml_of(grid) == (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>2</v></c></row>'
        '<row r="3"><c r="B3"><v>4</v></c></row>'
    )


def test_rows_below_are_removed_and_what_is_around_the_cells_stays() -> None:
    grid = grid_of('<row r="1"><c r="A1"/></row><row r="4"/>', '<pageMargins left="0.7"/>')
    grid.clear_below(1)
    assert grid.rows == [1]
    assert grid.root[-1].get("left") == "0.7"


def test_row_is_made_higher_and_never_lower() -> None:
    grid = grid_of('<row r="1" ht="40"/><row r="2"/>')
    grid.raise_to(1, 18)
    grid.raise_to(2, 32.5)
    assert xml_of(grid) == '<row r="1" ht="40"/><row r="2" ht="32.5" customHeight="1"/>'


@given(st.integers(0, 16_383))
def test_column_has_one_name(at: int) -> None:
    assert column_number(column_letters(at)) == at


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [column_letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
