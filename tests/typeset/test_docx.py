"""The .docx that is written: its words, its styles, what it never does."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import plan
from test_plan import FULL, SAMPLES, texts

from duizhao import api
from duizhao.layout import standard_layout
from duizhao.read import read, read_bytes
from duizhao.text import Source
from duizhao.text.digest import digest
from duizhao.typeset.docx import unstorable, write_docx

BEGINNING = "个人对照检查材料\n一、存在的问题\n一是学习不够深入。\n二、整改措施\n一是每月读书。\n\n"
LAYOUT_RULES = api.Checker(api.Config(select=("DZ7",)))


def made(text: str) -> bytes:
    return write_docx(plan(text), standard_layout())


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.one_of(texts, st.text(max_size=60)))
def test_words_read_back_are_the_words_given(text: str) -> None:
    if plan(text) and not unstorable(text):
        assert digest(read_bytes(made(text), format="docx").text) == digest(text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_own_output_has_no_finding_of_layout(path: Path) -> None:
    data = api.Typesetter().typeset(read(path), LAYOUT_RULES).data
    assert not LAYOUT_RULES.check(read_bytes(data, format="docx")).findings


@pytest.mark.parametrize("signed", ["周明远", "中共云溪县水务局党组理论学习中心组", "局"])
def test_own_signature_and_attachments_have_no_finding_either(signed: str) -> None:
    text = f"{BEGINNING}附件：1.清单\n\n{signed}\n2024年11月28日\n\n附件1\n\n整改任务清单\n一是每月读书。\n"
    found = LAYOUT_RULES.check(read_bytes(made(text), format="docx")).findings
    assert not found, [finding.message for finding in found]


def test_setting_what_was_set_changes_nothing() -> None:
    for path in SAMPLES:
        once = api.Typesetter().typeset(read(path), LAYOUT_RULES).data
        source = read_bytes(once, format="docx")
        assert api.Typesetter().typeset(source, LAYOUT_RULES).data == once


def test_headings_have_real_styles_and_outline_levels() -> None:
    document = Document(io.BytesIO(made(FULL)))
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["一、存在的问题"] == "Heading 1"
    assert styles["（一）理论学习方面"] == "Heading 2"
    assert styles["1.学习不够。"] == "Heading 3"
    assert styles["（1）读书少。"] == "Heading 4"
    levels = re.findall(r'<w:outlineLvl w:val="(\d)"/>', part(made(FULL), "word/styles.xml"))
    assert levels == ["0", "1", "2", "3"]


def test_run_in_heading_is_one_paragraph_with_two_faces() -> None:
    document = Document(io.BytesIO(made(FULL)))
    runs = next(p.runs for p in document.paragraphs if p.text.startswith("（一）学习抓得不紧"))
    assert [run.text for run in runs] == ["（一）学习抓得不紧。", "没有读原文。"]
    assert [run.style.name for run in runs] == ["heading 2 Char", "Default Paragraph Font"]


def test_no_theme_and_every_font_named() -> None:
    with zipfile.ZipFile(io.BytesIO(made(FULL))) as package:
        assert not [name for name in package.namelist() if "theme" in name]
        everything = "".join(package.read(name).decode() for name in package.namelist())
    assert "Theme" not in everything
    assert 'w:eastAsia="zh-CN"' in everything
    assert "evenAndOddHeaders" in everything
    assert 'pgSz w:w="11906" w:h="16838"' in everything


def test_quotes_and_dashes_are_said_to_be_chinese() -> None:
    xml = part(
        made("个人对照检查材料\n对“两个确立”领会不深——不够。\n平时abc不学。\n"), "word/document.xml"
    )
    hinted = re.findall(
        r'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t [^>]*>(.*?)</w:t>', xml
    )
    assert hinted == ["对“两个确立”领会不深——不够。"]


def test_nothing_is_added() -> None:
    for path in SAMPLES:
        text = read_bytes(made(read(path).text), format="docx").text
        assert not re.search("主送|抄送|发文字号|签发人", text) or re.search(
            "主送|抄送", read(path).text
        )
        assert digest(text) == digest(read(path).text)


@pytest.mark.parametrize(
    "kept", ["二〇二五年一月", "3.5:1", "（一）理论学习方面。", "满足于部职工", "##paidend##"]
)
def test_text_is_never_improved_unasked(kept: str) -> None:
    text = f"个人对照检查材料\n一、问题\n平时{kept}不够。\n"
    assert kept in read_bytes(made(text), format="docx").text


def test_normalizing_touches_no_word_and_no_ratio() -> None:
    text = "个人对照检查材料\n一、问题\n比例为3.5:1，满足于部职工不够,办法不多。\n"
    after = api.Typesetter(normalize=True).typeset(Source(text), api.Checker())
    read_back = read_bytes(after.data, format="docx").text
    assert "比例为3.5:1，满足于部职工不够，办法不多。" in read_back
    assert [(c.line, c.before != c.after) for c in after.changes] == [(3, True)]


def test_tables_and_pictures_of_a_word_file_are_never_lost_in_silence() -> None:
    document = Document()
    document.add_paragraph("个人对照检查材料")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "问题", "学习不够"
    file = io.BytesIO()
    document.save(file)
    data = file.getvalue()
    source = read_bytes(data, format="docx")
    after = api.Typesetter().typeset(source, LAYOUT_RULES)
    assert any("表格 1 个" in note for note in after.notes)
    assert "学习不够" in read_bytes(after.data, format="docx").text
