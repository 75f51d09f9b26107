"""Comments, notes, headers, footers and metadata are kept beside the text."""

from __future__ import annotations

import docx

from duizhao.read import read
from read import made
from read.made import asides, p, r, text


def comment(key: str, words: str) -> str:
    return f'<w:comment w:id="{key}" w:author="王五">{p(words)}</w:comment>'


def start(key: str) -> str:
    return f'<w:commentRangeStart w:id="{key}"/>'


def end(key: str) -> str:
    return f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>'


def test_comment_keeps_its_author_and_the_words_it_is_about() -> None:
    body = p("学习", start("1"), "不够深入", end("1"), "。")
    assert asides("comment", body, comments=comment("1", "请举例")) == [
        ("请举例", "不够深入", "王五")
    ]
    assert text(body, comments=comment("1", "请举例")) == "学习不够深入。"


def test_comment_may_span_paragraphs() -> None:
    body = p("甲", start("1"), "乙") + p("丙", end("1"), "丁")
    assert asides("comment", body, comments=comment("1", "两段")) == [("两段", "乙\n丙", "王五")]


def test_comment_between_paragraphs_starts_with_the_next() -> None:
    body = p("甲") + start("1") + p("乙", end("1"))
    assert asides("comment", body, comments=comment("1", "问")) == [("问", "乙", "王五")]


def test_comment_without_a_range_hangs_on_its_reference() -> None:
    body = p("甲", '<w:r><w:commentReference w:id="7"/></w:r>', "乙")
    made_source = made.source(body, comments=comment("7", "问"))
    (kept,) = made_source.asides
    assert kept.span == (1, 1)


def test_comment_behind_a_number_stands_on_the_right_words() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(start("1"), "问题", end("1"), properties=numbered)
    assert asides("comment", body, comments=comment("1", "?"), numbering=numbering) == [
        ("?", "问题", "王五")
    ]


def test_comment_of_python_docx_is_read(tmp_path) -> None:
    written = docx.Document()
    paragraph = written.add_paragraph("落实")
    run = paragraph.add_run("不力")
    written.add_comment(run, text="何时何事？", author="督导组")
    written.save(tmp_path / "a.docx")
    source = read(tmp_path / "a.docx")
    (kept,) = (aside for aside in source.asides if aside.kind == "comment")
    assert (kept.text, kept.author, kept.span.of(source.text)) == ("何时何事？", "督导组", "不力")


def test_footnote_hangs_on_its_place() -> None:
    body = p("甲", '<w:r><w:footnoteReference w:id="2"/></w:r>', "乙")
    notes = f'<w:footnote w:id="0" w:type="separator">{p()}</w:footnote><w:footnote w:id="2">{p("注")}</w:footnote>'
    source = made.source(body, footnotes=notes)
    assert source.text == "甲乙"
    assert [(a.kind, a.text, a.span) for a in source.asides] == [("footnote", "注", (1, 1))]


def test_endnote_is_kept_as_a_footnote() -> None:
    body = p("甲", '<w:r><w:endnoteReference w:id="2"/></w:r>')
    source = made.source(body, endnotes=f'<w:endnote w:id="2">{p("尾注")}</w:endnote>')
    assert [(a.kind, a.text) for a in source.asides] == [("footnote", "尾注")]


def test_header_and_footer_are_not_text() -> None:
    source = made.source(p("正文"), header=p("页眉"), footer=p("— ", r("1"), " —"))
    assert source.text == "正文"
    assert [(a.kind, a.text) for a in source.asides] == [("header", "页眉"), ("footer", "— 1 —")]


def test_empty_header_is_no_aside() -> None:
    assert made.source(p("正文"), header=p()).asides == ()


def test_metadata_names_its_field(tmp_path) -> None:
    written = docx.Document()
    written.add_paragraph("正文")
    written.core_properties.author = "张三"
    written.core_properties.last_modified_by = "李四"
    written.core_properties.title = "对照检查"
    written.save(tmp_path / "a.docx")
    kept = {a.author: a.text for a in read(tmp_path / "a.docx").asides if a.kind == "metadata"}
    assert kept == {"creator": "张三", "lastModifiedBy": "李四", "title": "对照检查"}


def test_company_is_metadata() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts = {
        "_rels/.rels": made.relations(
            {"word/document.xml": "officeDocument", "docProps/app.xml": "extended-properties"}
        ),
        "word/document.xml": made.document(p("正文")),
        "docProps/app.xml": f'<Properties xmlns="{office}"><Company>某某局</Company><Pages>1</Pages></Properties>',
    }
    (kept,) = made.read_bytes(made.package(parts)).asides
    assert (kept.kind, kept.author, kept.text) == ("metadata", "company", "某某局")


def test_comment_that_ends_before_it_starts_still_lies_in_the_text() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(start('1'), '框')}</w:txbxContent></w:pict></w:r>"
    assert asides("comment", p("前", box, "后", end("1")), comments=comment("1", "问")) == [
        ("问", "\n", "王五")
    ]


def test_comment_behind_the_last_paragraph_hangs_on_the_end() -> None:
    (kept,) = made.source(p("甲") + start("1"), comments=comment("1", "问")).asides
    assert kept.span == (1, 1)
