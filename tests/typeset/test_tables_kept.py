"""Tables of a Word file stay tables, with the same words in the same order."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from printed import needs_poppler
from printed import text as printed_text
from rendered import needs, pages, to_pdf
from word_files import TITLE, W, body, new, rows, saved, typeset, words

from duizhao.errors import UnreadableDocument
from duizhao.text.digest import digest
from valid import faults

LEDGER = (
    ("序号", "查摆问题", "整改措施", "责任人", "完成时限"),
    ("1", "全年下基层服务点只有4次", "每月到2个服务点蹲点半天", "沈若梅", "2024年6月底"),
    ("2", "读者意见箱半年没有开过", "每周一开箱，3日内回复", "沈若梅", "立行立改"),
    ("3", "古籍库温湿度记录缺11天", "排班到人，按日登记", "高启文", "2024年5月"),
)


def fill(table: Table, content: tuple[tuple[str, ...], ...]) -> None:
    for row, texts in zip(table.rows, content, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    document = new()
    document.add_paragraph("一、存在的问题")
    document.add_paragraph("服务读者不够主动，详见下表。")
    table = document.add_table(rows=4, cols=5, style="Table Grid")
    fill(table, LEDGER)
    document.add_paragraph("以上问题本人负主要责任。")
    return saved(document, tmp_path)


def test_cells_stay_cells_between_the_paragraphs_they_stood_between(ledger: Path) -> None:
    made = typeset(ledger)
    found = body(made.data)
    (table,) = found.iterchildren(f"{W}tbl")
    assert rows(table) == [list(row) for row in LEDGER]
    assert words(table.getprevious()) == "服务读者不够主动，详见下表。"
    assert words(table.getnext()) == "以上问题本人负主要责任。"
    assert (
        made.before == made.after == digest("".join((*TITLE, words(found)[sum(map(len, TITLE)) :])))
    )
    assert "表格 1 个留在原处" in made.notes


def test_table_fills_the_type_area_and_repeats_its_head(ledger: Path) -> None:
    (table,) = body(typeset(ledger).data).iterchildren(f"{W}tbl")
    widths = [int(each.get(f"{W}w")) for each in table.iter(f"{W}gridCol")]
    assert sum(widths) == pytest.approx(156 * 1440 / 25.4, abs=5)
    assert len(list(table.iter(f"{W}tblHeader"))) == 1
    assert table.find(f".//{W}tblHeader/../..") is next(table.iterchildren(f"{W}tr"))


def test_words_and_short_labels_are_not_broken(ledger: Path) -> None:
    (table,) = body(typeset(ledger).data).iterchildren(f"{W}tbl")
    assert {each.get(f"{W}val") for each in table.iter(f"{W}pStyle")} == {"TableText28"}


def test_merged_cells_stay_merged(tmp_path: Path) -> None:
    document = new()
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "姓名"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "沈若梅"
    table.cell(1, 1).text, table.cell(1, 2).text = "职务", "馆长"
    table.cell(2, 0).merge(table.cell(2, 2)).text = "本人承诺以上内容属实。"
    made = typeset(saved(document, tmp_path))
    (found,) = body(made.data).iterchildren(f"{W}tbl")
    assert rows(found) == [["姓名", "沈若梅"], ["", "职务", "馆长"], ["本人承诺以上内容属实。"]]
    spans = [each.get(f"{W}val") for each in found.iter(f"{W}gridSpan")]
    merges = [each.get(f"{W}val") for each in found.iter(f"{W}vMerge")]
    assert (spans, merges) == (["2", "3"], ["restart", None])
    assert faults(made.data) == set()


def test_words_in_a_cell_that_another_covers_are_shown(tmp_path: Path) -> None:
    document = new()
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    fill(table, (("甲", "乙"), ("丙", "丁")))
    for row, kind in ((0, "restart"), (1, "continue")):
        merge = OxmlElement("w:vMerge")
        merge.set(qn("w:val"), kind)
        table.cell(row, 0)._tc.get_or_add_tcPr().append(merge)
    (found,) = body(typeset(saved(document, tmp_path)).data).iterchildren(f"{W}tbl")
    assert rows(found) == [["甲", "乙"], ["丙", "丁"]]
    assert not list(found.iter(f"{W}vMerge"))


def test_table_in_a_cell_stays_in_it(tmp_path: Path) -> None:
    document = new()
    outer = document.add_table(rows=1, cols=2, style="Table Grid")
    outer.cell(0, 0).text = "谈心谈话"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "对象", "高启文"
    made = typeset(saved(document, tmp_path))
    (found,) = body(made.data).iterchildren(f"{W}tbl")
    (nested,) = found.iterfind(f".//{W}tc//{W}tbl")
    assert rows(nested) == [["对象", "高启文"]]
    assert faults(made.data) == set()


def test_two_tables_and_one_at_the_end_are_valid(tmp_path: Path) -> None:
    document = new()
    for text in ("第一张", "第二张"):
        document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0).text = text
    made = typeset(saved(document, tmp_path))
    assert [rows(each) for each in body(made.data).iterchildren(f"{W}tbl")] == [
        [["第一张"]],
        [["第二张"]],
    ]
    assert faults(made.data) == set()


def test_narrow_table_is_not_widened_and_one_without_lines_gets_none(tmp_path: Path) -> None:
    document = new()
    table = document.add_table(rows=1, cols=2)
    fill(table, (("馆长：", "沈若梅"),))
    for column in table.columns:
        column.width = Mm(30)
    (found,) = body(typeset(saved(document, tmp_path)).data).iterchildren(f"{W}tbl")
    widths = [int(each.get(f"{W}w")) for each in found.iter(f"{W}gridCol")]
    assert widths == [1701, 1701]
    assert not list(found.iter(f"{W}tblBorders"))


def test_alignment_and_indent_in_a_cell_are_kept(tmp_path: Path) -> None:
    document = new()
    cell = document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
    cell.text = "　　一是借阅数据核对不及时。"
    cell.add_paragraph("2024年3月2日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    (found,) = body(typeset(saved(document, tmp_path)).data).iterchildren(f"{W}tbl")
    first, second = found.iter(f"{W}p")
    assert first.find(f".//{W}ind").get(f"{W}firstLineChars") == "200"
    assert words(first) == "一是借阅数据核对不及时。"
    assert second.find(f".//{W}jc").get(f"{W}val") == "right"


def test_statement_in_a_table_alone_is_set(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0).text = "本人作如下检查。"
    made = typeset(saved(document, tmp_path))
    assert made.before == digest("本人作如下检查。")
    assert typeset(tmp_path / "原件.docx", "pdf").after == made.after


def test_normalized_punctuation_stays_in_its_cell(tmp_path: Path) -> None:
    from duizhao import api

    document = new()
    document.add_paragraph("调研不够,办法不多。")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    fill(table, (("问题,表现", "措施"), ("只听汇报,少看现场。", "每季度2次,到班组。")))
    file = saved(document, tmp_path)
    made = api.Typesetter(normalize=True).typeset_file(file, api.Checker())
    (found,) = body(made.data).iterchildren(f"{W}tbl")
    assert rows(found) == [["问题，表现", "措施"], ["只听汇报，少看现场。", "每季度2次，到班组。"]]


@needs_poppler
def test_pdf_has_the_same_words_with_the_head_on_each_page(tmp_path: Path) -> None:
    document = new()
    table = document.add_table(rows=40, cols=3, style="Table Grid")
    content = (
        ("序号", "问题表现", "完成时限"),
        *((str(n), f"第{n}个服务点台账不全", "五月底") for n in range(1, 40)),
    )
    fill(table, content)
    made = typeset(saved(document, tmp_path), "pdf")
    pdf = tmp_path / "成品.pdf"
    pdf.write_bytes(made.data)
    text = "".join(printed_text(pdf).split())
    assert text.count("序号问题表现完成时限") > 1
    assert all(f"第{n}个服务点台账不全" in text for n in range(1, 40))


@pytest.mark.libreoffice
def test_libreoffice_shows_the_table_within_the_type_area(ledger: Path, tmp_path: Path) -> None:
    needs("soffice")
    file = tmp_path / "成品.docx"
    file.write_bytes(typeset(ledger).data)
    (page,) = pages(to_pdf(file, tmp_path / "profile"))
    shown = [line for line in page if "沈若梅" in line.text and "馆长" not in line.text]
    assert len(shown) == 2
    assert all(line.left >= 28 and line.right <= 184.5 for line in page)
    with zipfile.ZipFile(file) as package:
        assert not [name for name in package.namelist() if "media" in name]


def test_narrow_columns_get_smaller_text(tmp_path: Path) -> None:
    document = new()
    table = document.add_table(rows=1, cols=9, style="Table Grid")
    table.cell(0, 8).text = "2024-06"
    (found,) = body(typeset(saved(document, tmp_path)).data).iterchildren(f"{W}tbl")
    assert {each.get(f"{W}val") for each in found.iter(f"{W}pStyle")} == {"TableText24"}


def test_too_many_cells_are_one_clear_line(tmp_path: Path) -> None:
    file = saved(new(), tmp_path)
    cell = "<w:tc><w:p/></w:tc>"
    table = f"<w:tbl>{f'<w:tr>{cell * 20}</w:tr>' * 1001}</w:tbl>"
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr", table.encode() + b"<w:sectPr", 1
    )
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    with pytest.raises(UnreadableDocument, match="表格超过 17,000 格，排不了；请拆分后再排"):
        typeset(file)
