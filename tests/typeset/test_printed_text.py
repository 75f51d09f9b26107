"""The PDF as a file: its words, its bookmarks, its bytes, and what it says of characters that no font has."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from printed import block, needs_poppler, plan, printed, run, text, warm

from duizhao.errors import MissingTool, UnreadableDocument
from duizhao.layout import Role, standard_layout
from duizhao.text.digest import digest
from duizhao.typeset.block import Block
from duizhao.typeset.fonts.installed import installed_fonts
from duizhao.typeset.pdf import PdfCompiler
from duizhao.typeset.pdf.breaks import unbreakable_pieces
from duizhao.typeset.pdf.missing_glyphs import missing_glyphs

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))
MARKUP = (
    "#set page(width: 1cm) $x^2$ *粗* _斜_ `码` \\u{41} <名> @引 // 注 /* 注 */ = 题 - 项 ~ -- --- "
    "\"引\" '单' [] {} ; #"
)
SIGNS = "#$*_`<>@/\\\"'=-+~^&%[](){}|;:,.!? ，。、；：？！“”‘’《》（）—…·①㈠〇×％"
everyday = st.text(
    st.one_of(
        st.sampled_from(SIGNS),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    ),
    min_size=1,
    max_size=120,
)

pytestmark = needs_poppler


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_copied_text_is_the_text(path: Path, tmp_path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    assert digest(text(printed(tmp_path, plan(words)))) == digest(words)


def test_markup_of_the_typesetter_is_plain_text(tmp_path: Path) -> None:
    blocks = [block(Role.TITLE, MARKUP), block(Role.BODY, (MARKUP, Role.HEADING_2), MARKUP)]
    assert digest(text(printed(tmp_path, blocks))) == digest(MARKUP * 3)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(everyday, min_size=1, max_size=5))
@example(["-", "0"])
def test_any_everyday_text_comes_back(tmp_path: Path, lines: list[str]) -> None:
    blocks = [block(Role.BODY, line) for line in lines]
    made = warm().compile(blocks)
    (tmp_path / "out.pdf").write_bytes(made.data)
    copied = text(tmp_path / "out.pdf")
    assert made.missing or digest(copied) == digest("".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_text_at_all_makes_a_pdf(lines: list[str]) -> None:
    roles = list(Role)
    blocks = [
        block(roles[at % len(roles)], line, above=at % 2, first=-1 if at == 3 else 2)
        for at, line in enumerate(lines)
    ]
    assert warm().compile(blocks).data.startswith(b"%PDF")


@given(st.text())
def test_pieces_put_together_are_the_text(given_text: str) -> None:
    assert (
        "".join("\n" if each is None else each for each in unbreakable_pieces(given_text))
        == given_text
    )


def test_twice_gives_the_same_bytes_in_another_process_too(tmp_path: Path) -> None:
    words = EXAMPLES[0].read_text(encoding="utf-8")
    code = (
        "import sys; from printed import *; import hashlib; words = sys.stdin.read();"
        "print(hashlib.sha256(warm().compile(plan(words)).data).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", code], input=words, capture_output=True, text=True, check=True,
        cwd=Path(__file__).parent, encoding="utf-8",
    ).stdout.strip()  # fmt: skip
    import hashlib

    warm().compile([block(Role.BODY, "别的文稿。")])
    here = hashlib.sha256(warm().compile(plan(words)).data).hexdigest()
    assert here == there


def test_bookmarks_are_the_headings_and_the_title_is_the_title(tmp_path: Path) -> None:
    blocks = [
        block(Role.TITLE, "个人\n对照检查材料"),
        block(Role.HEADING_1, "一、问题"),
        block(Role.BODY, ("（一）学习。", Role.HEADING_2), "不够。"),
        block(Role.HEADING_1, "二、措施"),
        block(Role.ATTACHMENT_LABEL, "附件1", new_page=True),
    ]
    pdf = printed(tmp_path, blocks)
    outline = run("pdftohtml", "-xml", "-i", "-stdout", str(pdf)).partition("<outline>")[2]
    assert re.findall(r"<item[^>]*>([^<]+)|(<outline>)", outline) == [
        ("一、问题", ""),
        ("", "<outline>"),
        ("（一）学习。", ""),
        ("二、措施", ""),
        ("附件1", ""),
    ]
    assert re.search(r"^Title: +个人对照检查材料$", run("pdfinfo", str(pdf)), re.MULTILINE)


def test_every_font_is_inside(tmp_path: Path) -> None:
    rows = run("pdffonts", str(printed(tmp_path, plan("材料\n一、问题\n不够。")))).splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows)


def test_characters_that_no_font_has_are_named() -> None:
    made = warm().compile([block(Role.BODY, "国\u0378民\U000f0000\u0378")])
    assert made.missing == ("\u0378", "\U000f0000")
    assert not warm().compile([block(Role.BODY, "国民")]).missing


def test_names_of_missing_characters_are_read_as_rust_writes_them() -> None:
    said = (
        r'error: PDF/A-2u error: the text `"\u{378}"` could not be displayed with font `"A"`'
        "\n"
        r'error: PDF/A-2u error: the text `"\""` could not be displayed with font `"A"`'
    )
    assert missing_glyphs(said) == ("\u0378", '"')


def test_machine_without_chinese_fonts_prints_nothing() -> None:
    with pytest.raises(MissingTool, match="没有找到中文字体"):
        PdfCompiler(standard_layout(), installed_fonts(system=False))


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        ([block(Role.BODY, "国")] * 6300, "共 6,300 段 6,300 字，"),
        ([block(Role.BODY, "x" * 63_000)], "共 1 段 63,000 字，"),
        ([block(Role.BODY, "a\u0301" * 60_000)], "共 1 段 120,000 字，"),
        ([block(Role.BODY, "国x" * 150_000)], "共 1 段 300,000 字，"),
    ],
)
def test_what_takes_too_much_memory_is_refused(blocks: list[Block], told: str) -> None:
    with pytest.raises(UnreadableDocument, match=rf"^a\.txt：{told}.*超过上限 280 MB"):
        warm().compile(blocks, "a.txt")


def test_marks_without_end_are_pieces_of_their_own() -> None:
    assert unbreakable_pieces("x" * 20 + "\u0301" * 90)[19:] == [
        "x" + "\u0301" * 30,
        *["\u0301"] * 60,
    ]
