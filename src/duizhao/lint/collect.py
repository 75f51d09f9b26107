"""Collects the rules of a package: every `Rule` in a module of its folders."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from duizhao.lint.rule import Rule


def collect(package: ModuleType) -> tuple[Rule, ...]:
    """All rules below `package`, ordered by code. Raises ValueError if two rules share a code."""
    rules: dict[str, Rule] = {}
    for module in _modules(package):
        for value in vars(module).values():
            if isinstance(value, Rule) and rules.setdefault(value.code, value) is not value:
                raise ValueError(f"{value.code}: both {value.name} and {rules[value.code].name}")
    return tuple(rules[code] for code in sorted(rules))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(module.name)
