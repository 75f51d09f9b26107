"""`api.PdfPrinter`: a text in, a PDF and what there is to say of it out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from duizhao import api
from duizhao.text.digest import digest

NOTO = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
needs_noto = pytest.mark.skipif(not NOTO.exists(), reason="fonts-noto-cjk is not installed")
TEXT = "个人对照检查材料\n一、存在的问题\n学习不够。\n"


@needs_noto
def test_text_becomes_a_pdf_with_its_digest_and_its_fonts_told_in_one_line() -> None:
    made = api.PdfPrinter()(api.Source(TEXT))
    assert made.data.startswith(b"%PDF")
    assert made.digest == digest(TEXT)
    assert len([note for note in made.notes if note.startswith("字体代用：")]) <= 1
    assert "\n" not in "".join(made.notes)


@needs_noto
def test_characters_no_font_has_are_told() -> None:
    made = api.PdfPrinter()(api.Source(f"{TEXT}不够\u0378好。\n"))
    assert "有 1 个字符没有字体能显示，页面上是空框：U+0378" in made.notes


@needs_noto
def test_text_without_words_is_refused() -> None:
    with pytest.raises(api.DuizhaoError, match="没有文字可排"):
        api.PdfPrinter()(api.Source(" \n\n", name="空.txt"))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    for name in [each for each in sys.modules if each.startswith("duizhao.typeset.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(api.DuizhaoError, match=r"尚未安装；请.+\[pdf\]"):
        api.PdfPrinter()
