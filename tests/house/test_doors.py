"""What a package shows at its face is all that others import from it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2] / "src" / "duizhao"
CLOSED = ("read",)


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules that are imported anywhere in a file, by their full names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("package", CLOSED)
def test_nobody_reaches_behind_the_face(package: str) -> None:
    inner = {
        f"duizhao.{package}.{path.relative_to(HOUSE / package).with_suffix('').as_posix()}".replace(
            "/", "."
        )
        for path in (HOUSE / package).rglob("*.py")
    }
    shown = ast.parse((HOUSE / package / "__init__.py").read_text(encoding="utf-8"))
    # A function may bear the name of its module: who imports it by name gets the function.
    faces = {f"duizhao.{package}.{name.rpartition('.')[2]}" for name in imports(shown)}
    for path in HOUSE.rglob("*.py"):
        if path.relative_to(HOUSE).parts[0] == package:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not modules & inner, path
        assert not set(imports(tree)) & (inner - faces), path
