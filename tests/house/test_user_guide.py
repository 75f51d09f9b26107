"""使用说明.html: whole in one file, one page for each system, and the words in it are those that a user finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import user_guide

ROOT = Path(__file__).resolve().parents[2]
QUOTED = re.compile("“([^”…]+)”")
OF_WINDOWS = {
    "全部解压缩",
    "发送到",
    "显示更多选项",
    "Windows 已保护你的电脑",
    "更多信息",
    "仍要运行",
}
OF_LINUX = {"在终端中打开", "打开方式"}


def words_of_the_program() -> str:
    """What the program, its pages and what stands in the folder say, with the names of files there."""
    places = [ROOT / "src" / "duizhao", ROOT / "tools" / "bundle"]
    places += [ROOT / "packaging" / "windows", ROOT / "packaging" / "linux"]
    files = [
        path
        for place in places
        for path in place.rglob("*")
        if path.suffix in {".py", ".html", ".js", ".c", ".h", ".sh"}
    ]
    names = [path.name for path in (ROOT / "packaging" / "windows").iterdir()]
    return "\n".join([*(path.read_text(encoding="utf-8") for path in files), *names])


@pytest.mark.parametrize("system", user_guide.SYSTEMS)
def test_guide_is_whole(system: str) -> None:
    page = user_guide.guide(system)
    assert page.count('src="data:image/png;base64,') == page.count("<img ") == 2
    assert "{version}" not in page
    assert "<!--" not in page
    assert not re.search(r"(src|href)=\"(?!data:)", page)
    assert len(page) < 700_000


def test_guide_is_for_one_system() -> None:
    windows, linux = (user_guide.guide(system) for system in user_guide.SYSTEMS)
    assert ("LOCALAPPDATA" in windows, "LOCALAPPDATA" in linux) == (True, False)
    assert ("install.sh" in windows, "install.sh" in linux) == (False, True)


@pytest.mark.parametrize("system", user_guide.SYSTEMS)
def test_words_in_quotes_are_found_where_the_guide_sends_to(system: str) -> None:
    said = words_of_the_program()
    quoted = set(QUOTED.findall(user_guide.guide(system))) - OF_WINDOWS - OF_LINUX
    assert quoted
    assert [each for each in sorted(quoted) if each not in said] == []
