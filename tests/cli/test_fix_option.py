"""`--fix` and `--diff`: certain fixes only, in the file's own bytes, never in silence."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from calling import FAULTY, Call

from duizhao import api
from duizhao.api.text_fix import encoded

FIXED = FAULTY.replace("于部职工", "干部职工")
SLIP = ("--select", "wrong-character")


def test_fix_is_written_and_said(call: Call, faulty: Path) -> None:
    ran = call("check", "a.txt", "--fix", *SLIP)
    assert faulty.read_text(encoding="utf-8") == FIXED
    assert ran.code == 0
    assert "第 3 行" in ran.err
    assert "→" in ran.err
    assert "干部职工" in ran.err


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encoding_mark_and_newlines_stay(
    call: Call, faulty: Path, encoding: str, mark: bytes, newline: str
) -> None:
    def data(text: str) -> bytes:
        return mark + text.replace("\n", newline).encode(encoding)

    faulty.write_bytes(data(FAULTY))
    call("check", "a.txt", "--fix", *SLIP)
    assert faulty.read_bytes() == data(FIXED)


def test_file_without_fixes_is_not_touched(call: Call, faulty: Path) -> None:
    before = faulty.stat().st_mtime_ns
    call("check", "a.txt", "--fix", "--select", "DZ301")
    assert faulty.stat().st_mtime_ns == before


def test_permissions_and_links_stay(call: Call, faulty: Path) -> None:
    faulty.chmod(0o640)
    link = faulty.with_name("link.txt")
    link.symlink_to(faulty)
    call("check", "link.txt", "--fix", *SLIP)
    assert link.is_symlink()
    assert faulty.stat().st_mode & 0o777 == 0o640
    assert faulty.read_text(encoding="utf-8") == FIXED


def test_diff_shows_and_writes_nothing(call: Call, faulty: Path) -> None:
    ran = call("check", "a.txt", "--diff", *SLIP)
    assert ran.code == 1
    assert ran.out.startswith("--- a/a.txt\n+++ b/a.txt\n@@")
    assert "+（一）推进xx工作不力，服务干部职工不够。" in ran.out
    assert faulty.read_text(encoding="utf-8") == FAULTY
    assert call("check", "a.txt", "--diff", "--select", "DZ301").code == 0


def test_word_file_is_refused_by_name_and_noted_in_a_folder(call: Call, faulty: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx comes with the extra “test”")
    document = docx.Document()
    document.add_paragraph(FIXED)
    document.save(str(faulty.with_name("b.docx")))
    ran = call("check", "b.docx", "--fix", *SLIP)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "--fix 只改 .txt 和 .md" in ran.err
    ran = call("check", ".", "--fix", *SLIP)
    assert ran.code == 0
    assert "b.docx" in ran.err
    assert faulty.read_text(encoding="utf-8") == FIXED


def test_letter_outside_the_encoding_is_refused() -> None:
    with pytest.raises(api.Unwritable, match="UTF-8"):
        encoded(api.Source("\U0001f600", "a.txt", encoding="cp950"))


def test_file_that_cannot_be_fixed_stops_no_other(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (faulty.parent / "b.txt").write_text(FAULTY, encoding="utf-8")
    write = api.TextFix.write

    def refusing(fix: api.TextFix) -> object:
        if fix.before.name == "a.txt":
            raise api.Unwritable("a.txt：“干”无法用 cp950 编码写回；请先另存为 UTF-8")
        return write(fix)

    monkeypatch.setattr(api.TextFix, "write", refusing)
    ran = call("check", ".", "--fix", *SLIP)
    assert ran.code == 2
    assert ran.err.endswith("没有改 a.txt：“干”无法用 cp950 编码写回；请先另存为 UTF-8\n")
    assert (faulty.parent / "b.txt").read_text(encoding="utf-8") == FIXED
    assert ran.out.splitlines()[-2] == "查了 2 份"


def test_word_files_of_a_folder_are_named_once(call: Call, folder: Path) -> None:
    from tests.read import made

    for name in "甲乙丙丁":
        (folder / f"{name}.docx").write_bytes(made.docx(made.p("个人对照检查材料")))
    for option in ("--fix", "--diff"):
        ran = call("check", ".", option, *SLIP)
        assert ran.code == 0
        assert ran.err.count("--fix 只改 .txt 和 .md") == 1
        assert "没有改 4 份：" in ran.err
