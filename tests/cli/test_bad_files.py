"""One bad file never stops the rest, in any command: each is named with its reason, and all others are done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from calling import FAULTY, Call

pytest.importorskip("numpy", reason="the extra `screen` is not installed")
pytest.importorskip("xlsxwriter", reason="the extra `xlsx` is not installed")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux")

GOOD = 3
BAD = ("坏.docx：文件不完整", "断.txt：文件不存在", "图.docx：文件里只有图片，没有文字")
LOCKED = "禁.txt：没有读取权限"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from tests.read import made

    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "材料"
    texts.mkdir()
    (texts / "甲.txt").write_text(FAULTY, encoding="utf-8")
    (texts / "丁.txt").write_text(FAULTY.replace("工作", "事务"), encoding="utf-8")
    (texts / "坏.docx").write_bytes(made.docx(made.p("在"))[:300])
    (texts / "图.docx").write_bytes(made.docx("<w:p><w:r><w:drawing/></w:r></w:p>"))
    (texts / "断.txt").symlink_to("nowhere")
    (texts / "禁.txt").write_text(FAULTY, encoding="utf-8")
    (texts / "禁.txt").chmod(0)
    name = os.fsencode(texts) + "/整改材料.txt".encode("gb18030")
    Path(os.fsdecode(name)).write_text(FAULTY.replace("理论", "业务"), encoding="utf-8")
    return texts


@pytest.fixture
def bad(folder: Path) -> tuple[str, ...]:
    """What is told of the files that cannot be read: root may read all that is there."""
    return BAD if os.access(folder / "禁.txt", os.R_OK) else (*BAD, LOCKED)


@pytest.mark.parametrize(
    "command",
    [
        "review 材料 -o 审阅",
        "typeset 材料 -o 排好",
        "ledger 材料 -o 台账.xlsx",
        "screen add 材料 --index 查重",
        "opinion 材料 -o 意见",
        "check 材料 -f json",
        "check 材料 --fix",
        "check 材料 --diff",
        "check 材料 --write-baseline 基线.json",
        "screen 材料",
    ],
)
def test_all_others_are_done(call: Call, bad: tuple[str, ...], command: str) -> None:
    ran = call(*command.split())
    assert ran.code == 2
    for each in bad:
        assert each in ran.err + ran.out
    assert "程序出错" not in ran.err
    for kind, name in (("审阅", "*.docx"), ("排好", "*.docx")):
        if kind in command:
            assert len(list(Path(kind).glob(name))) >= GOOD
    if "查重" in command:
        assert f"读不了 {len(bad)} 份" in ran.err
        listed = call("screen", "list", "--index", "查重").out
        assert "整改材料.txt" in listed
        assert "图.docx" not in listed


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "github", "xlsx"])
def test_check_reports_all_in_each_form(call: Call, bad: tuple[str, ...], form: str) -> None:
    ran = call("check", "材料", "-f", form, "-o", "结果")
    assert ran.code == 2
    assert Path("结果").stat().st_size > 0
    if form == "text":
        report = Path("结果").read_text(encoding="utf-8")
        assert "整改材料.txt" in report
        assert all(each.split("：")[1] in report for each in bad)
