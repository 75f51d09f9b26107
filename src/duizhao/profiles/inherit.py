"""What a profile takes over from the one it extends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duizhao.errors import BadConfiguration
from duizhao.text.nearest import nearest

FILE = "\0file"  # where a table came from, kept under a key that no TOML file can have


def inherited(id: str, tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The table of `id` laid over those it extends, the nearest last.

    Raises BadConfiguration where one extends an unknown profile or, over others, itself.
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
    """Tables are laid over each other key by key; any other value of the child replaces the parent's."""
    both = {
        key: _over(lower[key], value)
        for key, value in upper.items()
        if isinstance(value, dict) and isinstance(lower.get(key), dict)
    }
    return {**lower, **upper, **both}
