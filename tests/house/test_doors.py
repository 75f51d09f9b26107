"""What a package shows at its face is all that others import from it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from package_trees import FILES, PACKAGE, nodes, place

CLOSED = ("read",)


def imports(path: Path) -> Iterator[str]:
    """The modules that are imported anywhere in a file, by their full names."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("package", CLOSED)
def test_nobody_reaches_behind_the_face(package: str) -> None:
    inside = [path for path in FILES if path.is_relative_to(PACKAGE / package)]
    inner = {"duizhao." + place(path).removesuffix(".py").replace("/", ".") for path in inside}
    face = PACKAGE / package / "__init__.py"
    # A function may bear the name of its module: who imports it by name gets the function.
    shown = {f"duizhao.{package}.{name.rpartition('.')[2]}" for name in imports(face)}
    for path in set(FILES) - set(inside):
        modules = {node.module or "" for node in nodes(path) if isinstance(node, ast.ImportFrom)}
        assert not modules & inner, path
        assert not set(imports(path)) & (inner - shown), path
