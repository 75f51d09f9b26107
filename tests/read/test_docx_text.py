"""The text of a .docx is what a reader of the final document sees."""

from __future__ import annotations

import io

import docx
import pytest

from duizhao.errors import UnreadableDocument
from duizhao.read import read, read_bytes
from read import made
from read.made import p, r, t, text


def test_paragraphs_are_joined_by_line_breaks() -> None:
    assert (
        text(p("一、存在的问题") + p() + p("理论学习", "不够。"))
        == "一、存在的问题\n\n理论学习不够。"
    )


def test_file_of_python_docx_reads_as_written(tmp_path) -> None:
    written = docx.Document()
    for line in ("对照检查材料", "一是学习不深。\t二是落实不力。"):
        written.add_paragraph(line)
    path = tmp_path / "张三.docx"
    written.save(path)
    source = read(path)
    assert source.text == "对照检查材料\n一是学习不深。\t二是落实不力。"
    assert (source.format, source.path, source.name) == ("docx", path, str(path))


def test_table_cells_come_in_reading_order() -> None:
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{p(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("问题", "措施"), ("学习不深", "每周自学"))
    )
    assert (
        text(p("前") + f"<w:tbl><w:tblPr/>{rows}</w:tbl>" + p("后"))
        == "前\n问题\n措施\n学习不深\n每周自学\n后"
    )


def test_tabs_breaks_and_hyphens_are_characters() -> None:
    run = f"<w:r>{t('甲')}<w:tab/>{t('乙')}<w:br/>{t('丙')}<w:noBreakHyphen/>{t('丁')}<w:cr/><w:ptab/></w:r>"
    assert text(p(run)) == "甲\t乙\n丙-丁\n\t"


def test_symbols_show_as_the_boxes_they_draw() -> None:
    run = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="00A3"/></w:r>'
    assert text(p(run)) == "☑□"


@pytest.mark.parametrize("code", ["D800", "FFFFFFFF", "zz", "", "0"])
def test_symbol_with_an_impossible_code_shows_nothing(code: str) -> None:
    assert text(p(f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>', "文")) == "文"


@pytest.mark.parametrize(
    ("font", "typed", "shown"),
    [
        ("Wingdings", "\uf0fe", "☑"),
        ("Wingdings", "\uf0fc已整改\uf06f", "✓已整改□"),
        ("Wingdings", "\uf021\uf0ff", "✏▪"),
        ("Wingdings 2", "\uf052", "☑"),
        ("Wingdings 3", "\uf07d", "▪"),
        ("Webdings", "\uf061已整改\uf072未整改\uf0ff", "✔已整改✖未整改▪"),
        ("Symbol", "\uf061\uf0a3\uf062", "α≤β"),
        ("仿宋_GB2312", "\uf0fe", "\uf0fe"),
        ("Wingdings", "甲\ue005", "甲\ue005"),
    ],
)
def test_words_in_a_symbol_font_show_as_signs(font: str, typed: str, shown: str) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    assert text(p("一、", r(typed, fonts), "办结")) == f"一、{shown}办结"


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F028", "☎"),
        ("Wingdings", "0028", "☎"),
        ("Wingdings 3", "F07D", "▪"),
        ("Webdings", "F063", "□"),
        ("宋体", "2460", "①"),
    ],
)
def test_symbols_without_a_name_of_their_own_are_signs(font: str, code: str, shown: str) -> None:
    assert text(p(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>', "电话")) == f"{shown}电话"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<w:t>— </w:t>", "—"),
        ("<w:t> 2 </w:t>", "2"),
        ("<w:t>\n  台账\n</w:t>", "台账"),
        ("<w:t>\u3000\u3000走访</w:t>", "\u3000\u3000走访"),
        ("<w:t>两 处</w:t>", "两 处"),
        ("<w:t> </w:t>", ""),
        ('<w:t xml:space="default"> 窗口 </w:t>', "窗口"),
        ('<w:t xml:space="preserve"> 窗口 </w:t>', " 窗口 "),
        ("<w:t xml:space='preserve'> 窗口 </w:t>", " 窗口 "),
    ],
)
def test_blanks_at_the_ends_of_a_text_stay_only_where_it_says_so(written: str, shown: str) -> None:
    assert text(p(r("前"), f"<w:r>{written}</w:r>", r("后"))) == f"前{shown}后"


def test_root_that_preserves_blanks_does_so_for_all() -> None:
    kept = made.document(p("<w:r><w:t>第 </w:t></w:r>", r("3"), "<w:r><w:t> 页</w:t></w:r>"))
    data = made.with_document(kept.replace("<w:document ", '<w:document xml:space="preserve" '))
    assert read_bytes(data).text == "第 3 页"


def test_line_break_inside_a_text_element_is_white_space() -> None:
    assert text(p(f"<w:r>{t('甲' + chr(10) + '乙')}</w:r>")) == "甲 乙"


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr=" TITLE ">{}</w:fldSimple>',
        '<w:ins w:author="李四">{}</w:ins>',
        '<w:customXml w:element="x">{}</w:customXml>',
        '<w:bdo w:val="ltr">{}</w:bdo>',
    ],
)
def test_runs_inside_wrappers_are_read(wrapper: str) -> None:
    assert text(p("前", wrapper.format(r("中")), "后")) == "前中后"


def test_field_shows_its_result_and_not_its_instruction() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("2024年1月")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert text(p("日期：", field, "。")) == "日期：2024年1月。"


def test_field_inside_an_instruction_does_not_show() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    nested = begin + begin + separate + r("内") + end + separate + r("外") + end
    assert text(p(nested)) == "外"


def test_field_without_an_end_swallows_nothing() -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert text(p("前", open_field, "中") + p("后面的正文")) == "前中\n后面的正文"


def test_ruby_shows_its_base() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('duì')}</w:rt><w:rubyBase>{r('对')}</w:rubyBase></w:ruby>"
    assert text(p(f"<w:r>{ruby}</w:r>", "照")) == "对照"


def box(words: str, requires: str = "wps") -> str:
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{requires}"><w:drawing><wps:txbx>{content}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once_and_after_its_paragraph() -> None:
    assert text(p("前", box("框内"), "后") + p("下段")) == "前后\n框内\n下段"


def test_text_box_in_a_text_box_is_read_once() -> None:
    inner = p("内框", box("最内"))
    outer = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    assert text(p("前", outer)) == "前\n内框\n最内"


def test_fallback_is_read_where_the_choice_is_unknown() -> None:
    choice = f'<mc:Choice Requires="far">{r("新")}</mc:Choice>'
    content = (
        f"<mc:AlternateContent>{choice}<mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    assert text(p(content)) == "旧"


def test_emoji_of_newer_words_is_read() -> None:
    run = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" '
        f'w16se:char="1F60A"/></mc:Choice><mc:Fallback>{t("😊")}</mc:Fallback></mc:AlternateContent></w:r>'
    )
    assert text(p(run, "好")) == "😊好"


def test_formula_is_read() -> None:
    assert text(p("完成", "<m:oMath><m:r><m:t>95%</m:t></m:r></m:oMath>", "。")) == "完成95%。"


def test_strict_open_xml_is_read() -> None:
    strict = made.document(p("严格")).replace(made.WORD, made.STRICT)
    rels = made.relations({"word/document.xml": "officeDocument"}).replace(
        made.OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    )
    assert (
        read_bytes(made.package({"_rels/.rels": rels, "word/document.xml": strict})).text == "严格"
    )


def test_any_prefix_will_do() -> None:
    odd = made.document(p("别名")).replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")
    rels = made.relations({"word/document.xml": "officeDocument"})
    assert read_bytes(made.package({"_rels/.rels": rels, "word/document.xml": odd})).text == "别名"


@pytest.mark.parametrize(
    "target", ["正文/主.xml", "/正文/主.xml", "./正文/../正文/主.xml", "%E6%AD%A3%E6%96%87/主.xml"]
)
def test_main_part_is_found_by_its_relation(target: str) -> None:
    parts = {
        "_rels/.rels": made.relations({target: "officeDocument"}),
        "正文/主.xml": made.document(p("在")),
    }
    assert read_bytes(made.package(parts)).text == "在"


def test_utf_16_xml_is_read() -> None:
    xml = made.document(p("宽")).replace('"UTF-8"', '"UTF-16"')
    rels = made.relations({"word/document.xml": "officeDocument"})
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        parts = {"_rels/.rels": rels, "word/document.xml": xml.encode(encoding)}
        assert read_bytes(made.package(parts)).text == "宽"


def test_invisible_marks_stay_in_the_text() -> None:
    assert text(p("党\u200b员\u202e干部\ufeff")) == "党\u200b员\u202e干部\ufeff"


def test_workbook_is_refused_by_name() -> None:
    parts = {
        "_rels/.rels": made.relations({"xl/workbook.xml": "officeDocument"}),
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    }
    with pytest.raises(UnreadableDocument, match="这是Excel 表格"):
        read_bytes(made.package(parts), "台账.docx")


def test_embedded_file_is_not_passed_over_in_silence() -> None:
    with pytest.raises(UnreadableDocument, match="altChunk"):
        text(p("前") + "<w:altChunk/>")
    with pytest.raises(UnreadableDocument, match="子文档"):
        text(p("总述") + p('<w:subDoc w:id="r9"/>') + p("分述"))


def test_reading_the_same_bytes_twice_gives_the_same_source() -> None:
    data = made.docx(p("一") + p("二"))
    assert read_bytes(data) == read_bytes(io.BytesIO(data).getvalue())


def test_words_outside_a_run_show_but_stand_in_no_run() -> None:
    source = made.source(f"{t('散')}<w:p>{t('落')}</w:p>")
    assert source.text == "散落"
    assert all(origin.generated for origin in source.origins)
