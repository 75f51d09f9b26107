"""README in both languages: the same parts, commands, links and pictures."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
LARGEST_PICTURE_BYTES = 150_000
LINK = re.compile(r"\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
COMMAND = re.compile(
    r"^ {4,}((?:make|pip|duizhao|import|from) ?[^#]*?)(?: {2,}.*|\s*#.*)?$", re.MULTILINE
)


def shape(path: Path) -> list[str]:
    """The kinds of its blocks: headings, points, code, paragraphs."""
    text = re.sub(
        r"<!-- demo.*?<!-- /demo -->", "demo", path.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    return [
        re.match(r"#+|- |\[!|    |demo|", block)[0]  # type: ignore[index]
        for block in re.split(r"\n\n+", text)
    ]


def test_both_languages_have_the_same_parts() -> None:
    assert shape(ENGLISH) == shape(CHINESE)


def test_both_languages_name_the_same_commands_pages_and_pictures() -> None:
    english, chinese = (path.read_text(encoding="utf-8") for path in (ENGLISH, CHINESE))
    assert COMMAND.findall(english) == COMMAND.findall(chinese)
    assert len(COMMAND.findall(english)) > 20
    # The order of words differs in a sentence.
    english_links, chinese_links = LINK.findall(english), LINK.findall(chinese)
    assert set(english_links) ^ set(chinese_links) == {ENGLISH.name, CHINESE.name}
    assert PICTURE.findall(english) == PICTURE.findall(chinese)


def test_pictures_are_there_and_small() -> None:
    pictures = PICTURE.findall(ENGLISH.read_text(encoding="utf-8"))
    assert pictures
    for each in pictures:
        assert (ROOT / each).stat().st_size <= LARGEST_PICTURE_BYTES


def test_first_step_stands_before_anything_long() -> None:
    """A reader who gives it 20 seconds has seen what it is, how it looks, and how to begin."""
    for path in (ENGLISH, CHINESE):
        before = path.read_text(encoding="utf-8").partition("make visit")[0]
        assert "对照.exe" in before
        assert PICTURE.search(before)
        assert len(before) < 2_200
