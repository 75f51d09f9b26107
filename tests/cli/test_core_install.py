"""Without optional parts: what can be done is done, and what cannot is told before the first file is read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from calling import FAULTY, Call


@pytest.fixture
def texts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two statements, on a machine without XlsxWriter."""
    texts = folder / "材料"
    texts.mkdir()
    for name in ("甲.txt", "乙.txt"):
        (texts / name).write_text(FAULTY, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for module in [name for name in sys.modules if name.startswith("duizhao.") and "xlsx" in name]:
        monkeypatch.delitem(sys.modules, module)
    for module in ("duizhao.office.workbook", "duizhao.ledger.workbook"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return texts


def test_folder_is_reviewed_with_a_page_as_its_summary(call: Call, texts: Path) -> None:
    ran = call("review", "材料")
    assert ran.code == 0, ran.err
    first, *_, last = ran.err.splitlines()
    assert first.startswith("写电子表格要用 XlsxWriter，尚未安装；请")
    assert first.endswith("。这次的汇总写成网页")
    assert last == "审了 2 份"
    made = sorted(path.name for path in Path("材料（审阅稿）").iterdir())
    assert [name for name in made if not name.endswith(".docx")] == ["审阅汇总.html"]
    assert len(made) == 3


@pytest.mark.parametrize("command", ["check 材料 -o 汇总.xlsx", "ledger 材料 -o 台账.xlsx"])
def test_workbook_is_refused_before_anything_is_read(call: Call, texts: Path, command: str) -> None:
    (texts / "坏.docx").write_bytes(b"PK\x03\x04")
    ran = call(*command.split())
    assert ran.code == 2
    assert ran.err.startswith("错误：写电子表格要用 XlsxWriter，尚未安装；请")
    assert ran.err.count("\n") == 1
