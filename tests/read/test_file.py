"""A path is read by what it holds; whatever goes wrong is one line that says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from duizhao.errors import UnreadableDocument
from duizhao.read import MAX_TEXT_BYTES, read, read_bytes
from read import made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument) as raised:
        read(path)
    assert "\n" not in str(raised.value)
    assert raised.value.where == str(path)
    return raised.value.reason


def test_encrypted_docx_says_so(tmp_path: Path) -> None:
    data = OLE + "EncryptedPackage".encode("utf-16-le")
    assert refusal(tmp_path / "a.docx", data) == "文件已加密，请先解除密码"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n", "这是 PNG 图片"),
        (b"%TSD-Header-###%\x01" + bytes(900), "文件已被加密软件加密，请先解密"),
        (
            b"b\x14#e\x03\x02\x01\x00E-SafeNet\x00\x00\x00LOCK" + bytes(range(256)),
            "已被加密软件加密",
        ),
        (bytes(5000), "空字符"),
        (b"PK\x03\x04" + bytes(500), "文件不完整"),
        (b"PK\x05\x06" + bytes(18), "缺少正文部件"),
        (made.package({"a.txt": "x"}), "缺少正文部件"),
    ],
)
def test_file_that_is_no_docx_says_what_it_is(tmp_path: Path, data: bytes, reason: str) -> None:
    assert reason in refusal(tmp_path / "a.docx", data)


def test_text_under_the_name_of_a_docx_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes("党员干部".encode("gbk"))
    assert (read(path).text, read(path).format) == ("党员干部", "txt")


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.txt", "a"])
def test_docx_under_another_name_is_read_as_docx(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(made.docx(made.p("在")))
    assert (read(path).text, read(path).format) == ("在", "docx")


def test_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="文件不存在"):
        read(tmp_path / "无.txt")


def test_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="不是普通文件"):
        read(tmp_path)


def test_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableDocument, match="不是普通文件"):
        read(tmp_path / "a.txt")


def test_name_of_many_lines_stays_one_line(tmp_path: Path) -> None:
    path = tmp_path / "张\n三\u202e.pdf"
    path.write_bytes(b"%PDF")
    with pytest.raises(UnreadableDocument) as raised:
        read(path)
    assert str(raised.value).isprintable()


def test_standard_input_may_be_text_or_docx() -> None:
    assert read_bytes("党员".encode()).name == "标准输入"
    assert read_bytes(made.docx(made.p("在"))).text == "在"


def test_long_standard_input_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match=r"超过上限 1\.2 MB"):
        read_bytes(b"a" * (MAX_TEXT_BYTES + 1))


def test_file_of_pictures_alone_says_so(tmp_path: Path) -> None:
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    assert refusal(tmp_path / "a.docx", made.docx(picture * 2)).startswith(
        "文件里只有图片，没有文字"
    )
    path = tmp_path / "b.docx"
    path.write_bytes(made.docx(picture + made.p("在")))
    assert read(path).text.strip() == "在"
