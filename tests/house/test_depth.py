"""How deep the imports of a module go at load, where a package's face counts as what it hands on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from package_trees import FILES, PACKAGE, nodes, tree

DEEPEST = 16


def path_of(module: str) -> Path | None:
    """The file of a dotted name; None for a name that is no module of ours."""
    place = PACKAGE.parent.joinpath(*module.split("."))
    found = (place / "__init__.py", place.with_suffix(".py"))
    return next((path for path in found if path.is_file()), None)


def file_of(module: str) -> Path:
    path = path_of(module)
    assert path is not None, module
    return path


def imports(module: str) -> Iterator[tuple[str, str, str]]:
    """What a module imports from the package at load: the module asked, the name there, and the name here."""
    yield from taken(tree(file_of(module)).body)


def taken(statements: list[ast.stmt]) -> Iterator[tuple[str, str, str]]:
    """What these imports take from the package; a star takes what the other module imports."""
    for node in statements:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "duizhao":
            for each in node.names:
                if each.name == "*":
                    yield from imports(str(node.module))
                else:
                    yield str(node.module), each.name, each.asname or each.name


def handed_on(face: str) -> Iterator[tuple[str, str, str]]:
    """What a face hands on: its imports, and those for types alone, which it makes when they are first asked for."""
    yield from imports(face)
    for node in tree(file_of(face)).body:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name):
            yield from taken(node.body)


def defining(module: str, name: str) -> str:
    """The module that defines a name, looked for behind the faces that hand it on."""
    if path_of(f"{module}.{name}"):
        return f"{module}.{name}"
    path = path_of(module)
    if path and path.name == "__init__.py":
        for source, there, here in handed_on(module):
            if here == name and source != module:
                return defining(source, there)
    return module


@cache
def below(module: str) -> frozenset[str]:
    """The modules whose definitions a module uses: of a whole package, those of the names it takes from it."""
    found = set()
    for source, name, _ in imports(module):
        target = defining(source, name)
        path = path_of(target)
        if path and path.name == "__init__.py" and target == f"{source}.{name}":
            found |= {defining(target, taken) for taken in taken_from(module, name)}
        else:
            found.add(target)
    return frozenset(found - {module})


def taken_from(module: str, name: str) -> set[str]:
    """The attributes of an imported package that a module uses: `api.check` takes `check`."""
    return {
        node.attr
        for node in nodes(file_of(module))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    }


@cache
def longest(module: str) -> tuple[str, ...]:
    """The longest chain of imports that starts at a module."""
    return (module, *max(map(longest, below(module)), key=len, default=()))


def test_imports_are_not_deeper_than_a_reader_can_follow() -> None:
    modules = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in FILES
    ]
    deepest = max(map(longest, modules), key=len)
    assert len(deepest) <= DEEPEST, "\n".join(deepest)
