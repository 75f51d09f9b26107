"""What holds for every format."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from made_reports import checked, hostile, report, sample

from duizhao.report import FORMATS, ReportFormat


def text_of(rendered: str | bytes) -> str:
    """What a reader of the format gets to see."""
    if isinstance(rendered, str):
        return rendered
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(rendered))
    return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)


@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda format: format.name)
def test_every_format_says_what_it_gives(format: ReportFormat) -> None:
    rendered = format.render(report())
    assert isinstance(rendered, bytes) is format.is_binary
    assert format.suffix.startswith(".")
    assert format.description


@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda format: format.name)
def test_every_format_holds_every_finding(format: ReportFormat) -> None:
    shown = text_of(format.render(report()))
    for words in (
        "“xx”还空着",
        "“××”还空着",
        "“于部职工”疑为“干部职工”",
        "没有署名",
        "没有例子",
        "DZ301",
    ):
        assert words in shown


@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda format: format.name)
def test_every_format_names_the_files_that_could_not_be_read(format: ReportFormat) -> None:
    shown = text_of(format.render(report(failures=(("加密.docx", "文件已加密，请先解除密码"),))))
    assert "加密.docx" in shown or "%E5%8A%A0%E5%AF%86.docx" in shown
    assert "文件已加密" in shown
    assert "请先解除密码" in shown


@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda format: format.name)
def test_hostile_text_ends_in_a_report_that_can_be_written(format: ReportFormat) -> None:
    rendered = format.render(hostile())
    if isinstance(rendered, str):
        rendered.encode("utf-8")
    assert rendered


@pytest.mark.parametrize("name", ["text", "github", "html"])
def test_no_control_character_reaches_a_terminal_or_a_page(name: str) -> None:
    rendered = str(FORMATS[name].render(hostile()))
    assert not set(rendered) & set("\x00\x07\x1b\u202e\u2066\u200b\ufeff\r")


@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda format: format.name)
def test_nothing_to_report_is_a_report(format: ReportFormat) -> None:
    assert format.render(report(checked("", name="空.txt"))) is not None


@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda format: format.name)
def test_same_report_is_written_the_same_twice(format: ReportFormat) -> None:
    def once() -> str:
        return text_of(format.render(report(sample("甲.txt"), sample("乙.txt"))))

    assert once() == once()


def test_reports_cost_nothing_until_a_format_is_used() -> None:
    code = "import sys, duizhao.report; print(*sorted(m for m in sys.modules if 'xlsxwriter' in m or '.report.' in m))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == [
        "duizhao.report.format",
        "duizhao.report.part",
        "duizhao.report.report",
        "duizhao.report.run_tally",
        "duizhao.report.tally",
    ]


def test_xlsx_without_its_library_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['xlsxwriter'] = None\n"
        "from duizhao.errors import MissingTool\nfrom duizhao.report import FORMATS\n"
        "try: FORMATS['xlsx'].render\nexcept MissingTool as why: print(why)"
    )
    out = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "写电子表格要用 XlsxWriter，尚未安装；请" in out.stdout


def test_programs_of_the_page_on_formats_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "材料").mkdir()
    (tmp_path / "材料" / "甲.txt").write_text("个人对照检查材料\n推进xx工作。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    for program in re.findall("```python\n(.*?)```", page, re.DOTALL):
        exec(program, names)
    assert "甲.txt" in str(names["page"])
    assert "DZ301" in capsys.readouterr().out
