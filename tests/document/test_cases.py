"""Every shape of text gives the tree that its case states."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tree import drawn

CASES = sorted(Path(__file__).with_name("cases").glob("*.md"))
BLOCKS = re.compile(r"^~~~text\n(.*?)^~~~$.*?^~~~tree\n(.*?)^~~~$", re.DOTALL | re.MULTILINE)


def examples() -> list[object]:
    found = []
    for path in CASES:
        for number, (text, tree) in enumerate(BLOCKS.findall(path.read_text(encoding="utf-8")), 1):
            found.append(pytest.param(text, tree, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("text", "tree"), examples())
def test_text_gives_the_tree_its_case_states(text: str, tree: str) -> None:
    assert drawn(text) == tree.rstrip("\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_says_what_shape_it_shows(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert page.startswith("# ")
    assert BLOCKS.search(page)
