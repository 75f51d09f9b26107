"""The tables of a Word file as places in its text."""

from __future__ import annotations

import pytest

from .made import p, source


def row(*cells: str) -> str:
    """Cells as words, or as properties of a cell, a bar and words."""
    made = ""
    for cell in cells:
        properties, _, words = cell.rpartition("|")
        made += f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words) if words else p()}</w:tc>"
    return f"<w:tr>{made}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def cells(body: str) -> list[list[list[str]]]:
    read = source(body)
    return [[[cell.of(read.text) for cell in row.cells] for row in each] for each in read.tables]


BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            p("前文") + table(row("甲", "乙"), row("丙", "丁")) + p("后文"),
            [["甲", "乙"], ["丙", "丁"]],
        ),
        (table(row("甲", ""), row("", "丁")), [["甲", ""], ["", "丁"]]),
        (
            table(
                row(f"{BEGINS}|学习", "一"), row(f"{GOES_ON}|", "二"), row(f"{BEGINS}|作风", "三")
            ),
            [["学习", "一"], ["学习", "二"], ["作风", "三"]],
        ),
        (
            table(row("甲", '<w:gridSpan w:val="2"/>|乙'), row("丙", "丁", "戊")),
            [["甲", "乙", ""], ["丙", "丁", "戊"]],
        ),
        (
            table('<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + row("甲")[6:]),
            [["", "甲"]],
        ),
        (
            table(
                f"<w:tr><w:sdt><w:sdtContent>{row('甲', '乙')[6:-7]}</w:sdtContent></w:sdt></w:tr>"
            ),
            [["甲", "乙"]],
        ),
    ],
    ids=["plain", "empty cells", "merged down", "merged across", "begins later", "content control"],
)
def test_each_cell_has_its_column(body: str, expected: list[list[str]]) -> None:
    assert cells(body) == [expected]


def test_cell_of_several_paragraphs_is_one_place() -> None:
    several = (
        f"<w:tr><w:tc><w:tcPr/>{p('甲')}{p('乙')}</w:tc><w:tc><w:tcPr/>{p('丙')}</w:tc></w:tr>"
    )
    assert cells(table(several)) == [[["甲\n乙", "丙"]]]


def test_long_cell_is_not_told_again_in_each_row_on_which_it_goes_on() -> None:
    long = "长" * 301
    merged = table(row(f"{BEGINS}|{long}", "一"), row(f"{GOES_ON}|", "二"))
    assert cells(merged) == [[[long, "一"], ["", "二"]]]


def test_table_in_a_cell_comes_behind_the_outer_one() -> None:
    inner = f"<w:tc><w:tcPr/>{table(row('内一', '内二'))}{p()}</w:tc>"
    outer = table(f"<w:tr>{inner}<w:tc><w:tcPr/>{p('外')}</w:tc></w:tr>")
    assert cells(outer) == [[["内一\n内二\n", "外"]], [["内一", "内二"]]]


def test_deleted_row_and_deleted_cell_are_no_places() -> None:
    deleted = '<w:del w:id="1" w:author="李四"/>'
    gone = f"<w:tr><w:trPr>{deleted}</w:trPr>{row('旧')[6:]}"
    cut = row("甲", '<w:cellDel w:id="2" w:author="李四"/>|旧', "乙")
    assert cells(table(gone, cut)) == [[["甲", "乙"]]]
