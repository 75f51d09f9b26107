"""Text files are read in whatever encoding they came, or refused with the byte that broke."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.errors import UnreadableDocument
from duizhao.read import MAX_CHARACTERS, MAX_PARAGRAPHS, read, read_bytes
from duizhao.read.plain import read_text

SIMPLIFIED = "对照检查材料\r\n一是理论学习不够深入，联系实际不够紧密。\n二是落实上级部署存在差距，2023年仅调研3次。\n"
TRADITIONAL = "對照檢查材料\r\n一是理論學習不夠深入，聯繫實際不夠緊密。\n二是落實上級部署存在差距，2023年僅調研3次。\n"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-32-be", b"\0\0\xfe\xff"),
        ("gb18030", b""),
    ],
)
def test_text_comes_back_to_the_character(text: str, encoding: str, mark: bytes) -> None:
    source = read_bytes(mark + text.encode(encoding))
    assert (source.text, source.encoding, source.bom) == (text, encoding, bool(mark))


def test_big5_is_told_from_gb18030() -> None:
    source = read_bytes(TRADITIONAL.encode("big5"))
    assert (source.text, source.encoding) == (TRADITIONAL, "cp950")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("党员干部", "gbk"),
        ("好", "gbk"),
        ("學習不深", "big5"),
        ("Report 2023\r\nok", "utf-16-le"),
        ("Report 2023\r\nok", "utf-16-be"),
        ("“四个意识”——“两个维护”", "gbk"),
        ("𠮷野家㐂", "gb18030"),
    ],
)
def test_short_texts_are_told_too(text: str, encoding: str) -> None:
    if text.startswith("𠮷"):
        with pytest.raises(UnreadableDocument):  # nothing everyday in it: better asked than guessed
            read_bytes(text.encode(encoding))
    else:
        assert read_bytes(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
@given(start=st.integers(0, 60), length=st.integers(20, 80))
def test_any_twenty_characters_are_enough(encoding: str, start: int, length: int) -> None:
    text = (SIMPLIFIED * 3)[start : start + length]
    assert read_bytes(text.encode(encoding)).text == text


def test_broken_utf_8_names_the_byte_and_is_not_taken_for_gb18030() -> None:
    data = bytearray((SIMPLIFIED * 9).encode())
    data[300] = 0xFF
    with pytest.raises(UnreadableDocument, match=r"按 UTF-8 读到第 30\d 个字节出错"):
        read_bytes(bytes(data))


def test_cut_off_utf_8_names_the_byte() -> None:
    data = SIMPLIFIED.encode().rstrip()[:-1]
    with pytest.raises(UnreadableDocument, match=rf"按 UTF-8 读到第 {len(data) - 1} 个字节出错"):
        read_bytes(data)


def test_broken_gb18030_names_the_byte() -> None:
    data = SIMPLIFIED.encode("gbk") + b"\xff\xff" + SIMPLIFIED.encode("gbk")
    with pytest.raises(
        UnreadableDocument,
        match=rf"按 GB18030 读到第 {len(SIMPLIFIED.encode('gbk')) + 1} 个字节出错",
    ):
        read_bytes(data)


def test_lone_surrogate_in_utf_16_names_the_byte() -> None:
    data = b"\xff\xfe" + "党员".encode("utf-16-le") + b"\x00\xd8" + "干部".encode("utf-16-le")
    with pytest.raises(UnreadableDocument, match="按 UTF-16-LE 读到第 7 个字节出错"):
        read_bytes(data)


def test_lone_surrogate_in_utf_8_is_refused() -> None:
    data = SIMPLIFIED.encode() + "\ud800".encode("utf-8", "surrogatepass")
    with pytest.raises(UnreadableDocument, match=f"第 {len(SIMPLIFIED.encode()) + 1} 个字节"):
        read_bytes(data)


@pytest.mark.parametrize(
    "data", ["党员\0干部".encode(), b"\xef\xbb\xbf" + "党\0".encode(), b"\0" * 100]
)
def test_nul_is_refused_by_its_place(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=f"第 {data.index(0) + 1} 个字节是空字符"):
        read_bytes(data)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match=r"不是文本文件|读到第"):
        read_bytes(bytes(range(1, 256)) * 20)


def test_empty_text_is_a_text() -> None:
    assert read_bytes(b"").text == ""


def test_the_longest_text_is_read_and_a_longer_one_is_refused() -> None:
    assert len(read_bytes("党".encode() * MAX_CHARACTERS).text) == MAX_CHARACTERS
    with pytest.raises(UnreadableDocument, match=r"共 300,001 字，超过上限"):
        read_bytes("党".encode() * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_are_counted_however_they_end(end: str) -> None:
    text = end.join(["党"] * MAX_PARAGRAPHS)
    assert read_bytes(text.encode()).text == text
    with pytest.raises(UnreadableDocument, match=r"共 22,001 行，超过上限 22,000 行"):
        read_bytes((text + end).encode())


def test_markdown_keeps_its_format(tmp_path: Path) -> None:
    path = tmp_path / "a.MD"
    path.write_bytes(SIMPLIFIED.encode("gbk"))
    source = read(path)
    assert (source.format, source.text, source.path) == ("md", SIMPLIFIED, path)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_source_or_one_line_of_refusal(data: bytes) -> None:
    try:
        source = read_text(data, "任意.txt")
    except UnreadableDocument as fault:
        refusal = str(fault)
    else:
        refusal = ""
        assert source.text.encode(source.encoding) or not source.text
    assert "\n" not in refusal


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_utf_8_is_always_exact(text: str) -> None:
    assert read_text(text.encode(), "任意.txt").text == text
