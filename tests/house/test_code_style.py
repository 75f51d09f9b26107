"""The measures of the house that no linter knows."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from package_trees import FILES, nodes, place

SHAPELESS = {"utils", "helpers", "common", "base", "misc", "manager", "util", "helper"}


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in nodes(path) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", FILES, ids=place)
def test_file_and_its_functions_keep_their_size(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 500
    longest = max((f.end_lineno - f.lineno + 1 for f in functions(path)), default=0)
    assert longest <= 60


def test_what_stands_seventh_is_passed_by_name() -> None:
    """One argument moved in a long row, and all behind it are wrong in silence. click passes by name."""
    long = [
        f"{place(path)}: {function.name}"
        for path in FILES
        for function in functions(path)
        if not function.decorator_list and len(_by_position(function)) > 6
    ]
    assert not long


def _by_position(function: ast.FunctionDef) -> list[ast.arg]:
    known = [*function.args.posonlyargs, *function.args.args]
    return [each for each in known if each.arg not in ("self", "cls")]


def test_no_file_is_a_drawer() -> None:
    assert not [path for path in FILES if path.stem in SHAPELESS]


def test_only_the_ways_in_catch_everything() -> None:
    catching = [path for path in FILES if "except Exception" in path.read_text(encoding="utf-8")]
    places = set(map(place, catching))
    assert {place.partition("/")[0] for place in places - {"web/desk/jobs.py"}} <= {"cli", "lsp"}
