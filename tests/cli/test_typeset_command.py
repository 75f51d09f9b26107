"""`duizhao typeset`: where its files go, what it says, what it refuses."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from calling import Call

from duizhao.read import read
from duizhao.text.digest import digest

TEXT = """\
个人对照检查材料
一、存在的问题
（一）理论学习方面。平时读原文少,笔记不全。
周明远
二〇二四年一月八日
"""


@pytest.fixture
def text(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_text_becomes_a_word_file_of_the_same_words(call: Call, folder: Path, text: Path) -> None:
    ran = call("typeset", "a.txt", "-o", "b.docx")
    assert ran.code == 0
    assert f"文字一字未改，校验码 {digest(TEXT)}" in ran.err
    assert digest(read(folder / "b.docx").text) == digest(TEXT)


def test_same_text_gives_the_same_bytes(call: Call, folder: Path, text: Path) -> None:
    call("typeset", "a.txt", "-o", "b.docx")
    call("typeset", "a.txt", "-o", "c.docx")
    assert (folder / "b.docx").read_bytes() == (folder / "c.docx").read_bytes()


def test_normalize_lists_every_edit_and_both_digests(call: Call, folder: Path, text: Path) -> None:
    ran = call("typeset", "a.txt", "-o", "b.docx", "--normalize")
    made = read(folder / "b.docx").text
    assert "平时读原文少，笔记不全。" in made
    assert "2024年1月8日" in made
    assert "第 3 行：平时读原文少,笔记不全。 → 平时读原文少，笔记不全。" in ran.err
    assert "第 5 行：二〇二四年一月八日 → 2024年1月8日" in ran.err
    assert f"规范 2 处；校验码由 {digest(TEXT)} 变为 {digest(made)}" in ran.err


def test_layout_of_a_unit_is_followed(call: Call, folder: Path, text: Path) -> None:
    (folder / "版式.toml").write_text('[fonts]\n"仿宋" = ["方正仿宋_GBK"]\n', encoding="utf-8")
    assert call("typeset", "a.txt", "-o", "b.docx", "--layout", "版式.toml").code == 0
    (folder / "版式.toml").write_text("[margins]\ntopp = 35\n", encoding="utf-8")
    ran = call("typeset", "a.txt", "-o", "c.docx", "--layout", "版式.toml")
    assert ran.code == 2
    assert "是不是“margins.top”" in ran.err
    assert not (folder / "c.docx").exists()


def test_standard_input_is_set(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert call("typeset", "-", "-o", "b.docx").code == 0
    assert digest(read(folder / "b.docx").text) == digest(TEXT)


def test_in_place_keeps_a_backup(call: Call, folder: Path, text: Path) -> None:
    call("typeset", "a.txt", "-o", "b.docx")
    before = (folder / "b.docx").read_bytes()
    assert call("typeset", "b.docx", "-o", "b.docx").code == 2
    assert call("typeset", "b.docx", "--in-place", "--normalize").code == 0
    assert (folder / "b.docx.bak").read_bytes() == before
    assert "2024年1月8日" in read(folder / "b.docx").text


def test_folder_in_gives_folder_out(call: Call, folder: Path) -> None:
    (folder / "材料" / "一组").mkdir(parents=True)
    for name in ("甲.txt", "一组/乙.txt", "一组/丙.md"):
        (folder / "材料" / name).write_text(TEXT, encoding="utf-8")
    ran = call("typeset", "材料", "-o", "材料/排好")
    assert ran.code == 0, ran.err
    made = sorted(
        p.relative_to(folder / "材料/排好").as_posix()
        for p in (folder / "材料/排好").rglob("*.docx")
    )
    assert made == ["一组/丙.docx", "一组/乙.docx", "甲.docx"]
    # Results of the last run, though they lie inside, are no material for the next.
    assert (
        "排了 3 份、我们自己写的 3 份（结果 3 份）\n"
        in call("typeset", "材料", "-o", "材料/排好").err
    )


def test_one_bad_file_does_not_stop_the_others(call: Call, folder: Path) -> None:
    (folder / "材料").mkdir()
    (folder / "材料/甲.txt").write_text(TEXT, encoding="utf-8")
    (folder / "材料/甲.md").write_text(TEXT, encoding="utf-8")
    (folder / "材料/空.txt").write_text("\n", encoding="utf-8")
    (folder / "材料/坏.docx").write_bytes(b"PK\x03\x04")
    ran = call("typeset", "材料", "-o", "排好")
    assert ran.code == 2
    assert "没有文字可排" in ran.err
    assert "排了 2 份、没有排成 2 份\n" in ran.err
    assert {path.name for path in (folder / "排好").iterdir()} == {"甲.docx", "甲.txt.docx"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-",), "请用 -o"),
        (("a.txt", "-o", "b.odt"), ".docx"),
        (("a.txt", "-o", "a.txt", "-f", "docx"), ".docx"),
        (("a.txt", "-o", "b.pdf", "-f", "docx"), "不一致"),
        ((".", "-o", "b.docx"), "文件夹"),
        (("-", "a.txt", "-o", "b"), "标准输入"),
        (("a.txt", "--in-place"), "不是 .docx"),
        (("a.txt", "--in-place", "-o", "b.docx"), "只用其中一个"),
        (("没有.txt", "-o", "b.docx"), "不存在"),
        (("a.txt", "-o", "没有/b.docx"), "请先建立"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    call: Call, folder: Path, text: Path, arguments: tuple[str, ...], says: str
) -> None:
    ran = call("typeset", *arguments)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert not list(folder.glob("*.docx"))


def test_what_word_cannot_store_is_named_with_its_place(call: Call, folder: Path) -> None:
    (folder / "a.txt").write_text("个人对照检查材料\n学习\x03不够。\n", encoding="utf-8")
    ran = call("typeset", "a.txt", "-o", "b.docx")
    assert ran.code == 2
    assert "第 2 行第 3 字" in ran.err
    assert "U+0003" in ran.err


def test_marks_of_markdown_and_of_this_program_are_left_out_and_said(
    call: Call, folder: Path
) -> None:
    (folder / "a.md").write_text(
        "# 个人对照检查材料\n\n## 一、存在的问题\n\n<!-- 对照：略 -->\n学习不够。\n",
        encoding="utf-8",
    )
    ran = call("typeset", "a.md", "-o", "b.docx")
    assert ran.code == 0
    assert read(folder / "b.docx").text == "个人对照检查材料\n一、存在的问题\n学习不够。"
    assert "标记 3 处" in ran.err


def test_what_should_not_be_printed_is_counted_and_the_file_is_set(
    call: Call, folder: Path
) -> None:
    text = TEXT.replace(
        "周明远", "xx同志帮助不够。在××年，我没有落实____工作。\n##paidbegin##\n周明远"
    )
    (folder / "初稿.txt").write_text(text, encoding="utf-8")
    ran = call("typeset", "初稿.txt", "-o", "成品.docx")
    assert ran.code == 0
    assert "初稿.txt：还有 3 处空白、1 处粘贴标记，先查再印（duizhao check 初稿.txt）" in ran.err
    assert (folder / "成品.docx").exists()


def test_clean_text_and_rules_not_chosen_are_not_remarked_on(
    call: Call, folder: Path, text: Path
) -> None:
    assert "先查再印" not in call("typeset", "a.txt", "-o", "b.docx").err
    text.write_text(TEXT + "xx\n", encoding="utf-8")
    (folder / "duizhao.toml").write_text('ignore = ["DZ3"]\n', encoding="utf-8")
    assert "先查再印" not in call("typeset", "a.txt", "-o", "c.docx").err


def test_tables_of_a_piped_word_file_are_kept(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = docx.Document()
    document.add_paragraph("个人对照检查材料")
    document.add_table(rows=1, cols=2, style="Table Grid").cell(0, 1).text = "没有走访到户"
    piped = io.BytesIO()
    document.save(piped)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(piped.getvalue())))
    ran = call("typeset", "-", "-o", "成品.docx")
    assert "表格 1 个留在原处" in ran.err
    assert docx.Document(str(folder / "成品.docx")).tables[0].cell(0, 1).text == "没有走访到户"
