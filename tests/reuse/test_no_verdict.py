"""Screening shows evidence: no output, help text, rule page or page of docs about it says a word of judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from screens import with_recurring

from duizhao.reuse.view import FORMATS, ShownCheck, ShownJoin, write

ROOT = Path(__file__).resolve().parents[2]
# What would say that somebody did wrong, or how likely that is. Words that statements use of their own work (造假)
# count as well: here they could only be meant for a person. “Rate” and “original” turn evidence into a score.
VERDICTS = (
    "抄袭", "剽窃", "照抄", "照搬", "盗用", "窃取", "洗稿", "代写", "枪手", "作弊", "舞弊", "雷同",
    "违规", "违纪", "造假", "作假", "学术不端", "不端", "失信", "不诚信", "嫌疑", "疑似", "涉嫌", "可疑",
    "敷衍", "应付了事", "不合格", "问责", "高风险", "重复率", "查重率", "原创",
    "plagiar", "cheat", "fraud", "guilt", "suspicio", "suspect", "dishonest", "misconduct", "offender",
)  # fmt: skip
VERDICT = re.compile("|".join(VERDICTS), re.IGNORECASE)


def verdicts(text: str) -> list[str]:
    return VERDICT.findall(text)


def sources() -> Iterator[Path]:
    """Everything that screening can say: its code with all words in it, its command, its rules, its pages."""
    package = ROOT / "src" / "duizhao"
    for folder in (package / "reuse", package / "rules" / "reuse"):
        for path in folder.rglob("*"):
            if path.suffix in {".py", ".md", ".js", ".css", ".json"}:
                yield path
    yield from (package / "cli").rglob("screen*.py")
    yield from (package / "cli" / "screen").rglob("*.py")
    yield from (package / "api").glob("screen*.py")
    yield from (ROOT / "docs").rglob("screen*.md")
    yield from (ROOT / "docs" / "decisions").glob("screen*.md")


@pytest.mark.parametrize("path", sorted(set(sources())), ids=lambda path: path.name)
def test_nothing_that_screening_says_is_a_verdict(path: Path) -> None:
    assert verdicts(path.read_text(encoding="utf-8")) == []


def test_help_of_screening_is_no_verdict() -> None:
    for page in ("commands.md", "formats.md", "rules.md", "configuration.md"):
        sections = re.split(
            r"^(?=## )", (ROOT / "docs" / page).read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        for section in sections:
            if re.match(r"## .*(screen|查重|重复|相同段落)", section):
                assert verdicts(section) == []


def test_words_of_a_verdict_would_be_seen() -> None:
    assert verdicts("两份材料高度雷同，疑似抄袭") == ["雷同", "疑似", "抄袭"]
    assert verdicts("PLAGIARISM") == ["PLAGIAR"]
    assert not verdicts("两份材料有相同段落，共有文字 331 字")


@pytest.mark.parametrize("form", FORMATS)
def test_no_output_is_a_verdict(form: str, checked: ShownCheck, joined: ShownJoin) -> None:
    for shown in (with_recurring(checked), joined):
        written = write(form, shown)
        if isinstance(written, bytes):
            package = ZipFile(BytesIO(written))
            written = "".join(package.read(name).decode() for name in package.namelist())
        assert "张三" in written
        assert verdicts(written) == []
