"""The modules of the package, each read and parsed once for all tests that look at the code itself."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "duizhao"
FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a module, at any depth."""
    return tuple(ast.walk(tree(path)))


def place(path: Path) -> str:
    """A module as these tests name it: its path below the package."""
    return path.relative_to(PACKAGE).as_posix()
