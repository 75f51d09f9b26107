"""What the pages send runs in Chrome 86, as the browsers of 360 and UOS are: newer things are ornament at most."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "duizhao"
SCRIPTS = sorted(path for path in SOURCE.rglob("*.js") if ".min." not in path.name)
SHEETS = sorted(SOURCE.rglob("*.css"))
NEWER_IN_SCRIPTS = {
    r"\?\?=|\|\|=|&&=": "85",
    r"\.at\(": "92",
    r"\bObject\.hasOwn\b": "93",
    r"\.replaceAll\([^)]*\bg\b": "85",
    r"\bstructuredClone\b": "98",
    r"\.findLast\b|\.findLastIndex\b": "97",
    r"\.toSorted\b|\.toReversed\b|\.toSpliced\b": "110",
    r"^\s*static\s*\{": "94",
    r"\s#\w+\s*\(": "84, private methods",
    r"\bcrypto\.randomUUID\b": "92",
    r"^await\b": "89, outside a function",
}
NEWER_IN_SHEETS = {
    r"\binset\s*:": "87",
    r":is\(|:where\(": "88",
    r"\baspect-ratio\s*:": "88",
    r"\baccent-color\s*:": "93",
    r"@layer\b": "99",
    r"@container\b": "105",
    r"\b\d+[sdl]v[hw]\b": "108",
    r"^\s*&": "112, nested rules",
}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_script_uses_nothing_newer(path: Path) -> None:
    assert_nothing_of(NEWER_IN_SCRIPTS, path)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_sheet_uses_nothing_newer(path: Path) -> None:
    assert_nothing_of(NEWER_IN_SHEETS, path)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_ornament_does_not_take_other_selectors_with_it(path: Path) -> None:
    # A browser drops a whole rule of which it does not know one selector.
    for selectors in re.findall(r"([^{}]+)\{", path.read_text(encoding="utf-8")):
        assert ":has(" not in selectors or "," not in selectors.rpartition("*/")[2], selectors


def assert_nothing_of(newer: dict[str, str], path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = {since: re.findall(pattern, text, re.MULTILINE) for pattern, since in newer.items()}
    assert not {since: each for since, each in found.items() if each}
