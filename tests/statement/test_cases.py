"""Every shape of statement gives the reading that its case states.

A tree whose last line is … leaves open what follows: which points are linked.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .tree import drawn

CASES = sorted(Path(__file__).with_name("cases").glob("*.md"))
BLOCKS = re.compile(r"^~~~text(.*)\n((?s:.*?))^~~~$(?s:.*?)^~~~tree\n((?s:.*?))^~~~$", re.MULTILINE)


def examples() -> list[object]:
    """Each text with its profile (behind `~~~text`, else generic) and its tree."""
    found: list[object] = []
    for path in CASES:
        for number, (profile, text, tree) in enumerate(BLOCKS.findall(path.read_text("utf-8")), 1):
            name = f"{path.stem}-{number}"
            found.append(pytest.param(text, profile.strip() or "generic", tree, id=name))
    return found


@pytest.mark.parametrize(("text", "profile", "tree"), examples())
def test_text_gives_the_reading_its_case_states(text: str, profile: str, tree: str) -> None:
    stated = tree.rstrip("\n")
    if stated.endswith("\n…"):
        assert f"{drawn(text, profile)}\n".startswith(stated.removesuffix("…"))
    else:
        assert drawn(text, profile) == stated


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_says_what_shape_it_shows(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert page.startswith("# ")
    assert BLOCKS.search(page)
