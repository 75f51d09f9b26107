"""A layout file as figures by key: `margins.top` → 37 with its basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duizhao.errors import BadConfiguration
from duizhao.layout.model import Basis, FigureStrength
from duizhao.text.nearest import hint

VALUE_KEY = "value"
ENTRY_KEYS = ("value", "within", "clause", "strength")
STRENGTHS = {each.value: each for each in FigureStrength}
OPEN_TABLE = "fonts."
"""The table that may have any key: a unit may name faces of its own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and its basis."""

    value: Any
    basis: Basis


def figures(table: Mapping[str, Any], source: str) -> dict[str, Figure]:
    """The figures of the file of the standard."""
    return {
        key: Figure(_frozen(value), _basis(given, source, Basis(source, FigureStrength.PRACTICE)))
        for key, value, given in _flat(table, "")
    }


def overlaid(
    known: Mapping[str, Figure], table: Mapping[str, Any], path: Path
) -> dict[str, Figure]:
    """`known` with the figures of a unit's file laid over them. A figure of the file has the file as its source.

    Raises BadConfiguration for an unknown key, and for a value of another kind.
    """
    result = dict(known)
    source = str(table.get("title") or path.name)
    for key, value, given in _flat(table, ""):
        if key not in known and not key.startswith(OPEN_TABLE):
            raise BadConfiguration(f"{path}：没有“{key}”这一项{_suggestion(key, known)}")
        for word in given:
            if word not in ENTRY_KEYS:
                raise BadConfiguration(
                    f"{path}：“{key}”没有“{word}”，可用：{'、'.join(ENTRY_KEYS)}"
                )
        old = known.get(key) or Figure(("",), Basis(source, FigureStrength.PRACTICE))
        value = _frozen(value)
        if not _fits(value, old.value):
            raise BadConfiguration(f"{path}：“{key}”应为{_kind_name(old.value)}，实为 {value!r}")
        if str(given.get("strength", "must")) not in STRENGTHS:
            raise BadConfiguration(f"{path}：“{key}”的 strength 应为 {'、'.join(STRENGTHS)} 之一")
        basis = _basis(given, source, Basis(source, old.basis.strength, old.basis.within))
        result[key] = Figure(float(value) if isinstance(old.value, float) else value, basis)
    return result


def _flat(table: Mapping[str, Any], above: str) -> list[tuple[str, Any, Mapping[str, Any]]]:
    """The key, the value and the whole entry of each figure in `table`."""
    found: list[tuple[str, Any, Mapping[str, Any]]] = []
    for key, value in table.items():
        name = above + key
        if isinstance(value, dict) and VALUE_KEY in value:
            found.append((name, value[VALUE_KEY], value))
        elif isinstance(value, dict):
            found += _flat(value, f"{name}.")
        else:
            found.append((name, value, {}))
    return found


def _basis(given: Mapping[str, Any], source: str, default: Basis) -> Basis:
    clause = str(given.get("clause", "")).strip()
    within = given.get("within", default.within)
    return Basis(
        f"{source} {clause}".rstrip(),
        STRENGTHS[str(given["strength"])] if "strength" in given else default.strength,
        within if _fits(within, 0.0) else default.within,
    )


def _suggestion(key: str, known: Mapping[str, Figure]) -> str:
    table = key.rpartition(".")[0]
    near = [each for each in known if each.rpartition(".")[0] == table]
    tables = "、".join(dict.fromkeys(each.partition(".")[0] for each in known))
    return hint(key, near) or hint(key, known) or f"，可用的表：{tables}"


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _fits(value: Any, like: Any) -> bool:
    """Whether a value has the kind of `like`. A length may be a whole number; a count has to be one."""
    if isinstance(like, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(like, bool)
    if isinstance(like, float):
        return isinstance(value, int | float)
    if isinstance(like, int):
        return isinstance(value, int)
    if isinstance(like, tuple):
        return (
            isinstance(value, tuple)
            and bool(value)
            and all(isinstance(each, str) and each for each in value)
        )
    return isinstance(value, str)


def _kind_name(like: Any) -> str:
    if isinstance(like, bool):
        return " true 或 false"
    if isinstance(like, int | float):
        return "数" if isinstance(like, float) else "整数"
    return "一列文字" if isinstance(like, tuple) else "文字"
