"""Inheritance: a profile takes every key that it does not set from the profile that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duizhao.errors import BadConfiguration
from duizhao.text.nearest import nearest

FILE = "\0file"  # the key of the file a table was read from; no TOML file can have this key


def with_inherited(id: str, tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The table of `id` merged over the tables that it extends; the nearest counts most.

    Raises BadConfiguration if a profile extends an unknown one or, directly or through others, itself.
    """
    line = [id]
    while (parent := tables[line[-1]].get("extends")) is not None:
        if parent not in tables:
            raise _unknown(parent, tables[line[-1]][FILE], tables)
        if parent in line:
            circle = " → ".join([*line[line.index(parent) :], parent])
            raise BadConfiguration(f"{tables[line[-1]][FILE]}：extends 成了循环：{circle}")
        line.append(parent)
    merged: Mapping[str, Any] = {}
    for each in reversed(line):
        merged = _over(merged, tables[each])
    return merged


def _unknown(parent: str, file: object, tables: Mapping[str, object]) -> BadConfiguration:
    near = nearest(parent, tables, 0.4)
    offer = f"，是不是“{near}”？" if near else ""
    return BadConfiguration(f"{file}：extends 指向的“{parent}”不存在{offer}")


def _over(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    """Merge two tables: inner tables key by key; any other value of the child replaces the parent's."""
    both = {
        key: _over(lower[key], value)
        for key, value in upper.items()
        if isinstance(value, dict) and isinstance(lower.get(key), dict)
    }
    return {**lower, **upper, **both}
