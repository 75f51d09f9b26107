"""The measures of the house that no linter knows."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "src").rglob("*.py"))
SHAPELESS = {"utils", "helpers", "common", "base", "misc", "manager", "util", "helper"}


def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_file_and_its_functions_keep_their_size(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 500
    longest = max((f.end_lineno - f.lineno + 1 for f in functions(path)), default=0)
    assert longest <= 60


def test_no_file_is_a_drawer() -> None:
    assert not [path for path in FILES if path.stem in SHAPELESS]


def test_only_the_ways_in_catch_everything() -> None:
    catching = [path for path in FILES if "except Exception" in path.read_text(encoding="utf-8")]
    places = {path.relative_to(ROOT / "src" / "duizhao").as_posix() for path in catching}
    assert {place.partition("/")[0] for place in places - {"web/desk/jobs.py"}} <= {"cli", "lsp"}
