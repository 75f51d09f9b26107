"""A layout file as figures by key: `margins.top` → 37, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duizhao.errors import BadConfiguration
from duizhao.layout.model import Basis
from duizhao.text.nearest import hint

VALUE = "value"
BESIDE = ("value", "within", "clause", "strength")
STRENGTHS = ("must", "usually", "practice", "derived")
OPEN = "fonts."
"""Under this any key may stand: a face of the unit's own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and what it rests on."""

    value: Any
    basis: Basis


def figures(table: Mapping[str, Any], source: str) -> dict[str, Figure]:
    """The figures of the standard's own file."""
    return {
        key: Figure(_frozen(value), _basis(given, source, Basis(source, "practice")))
        for key, value, given in _flat(table, "")
    }


def merged(known: Mapping[str, Figure], table: Mapping[str, Any], path: Path) -> dict[str, Figure]:
    """`known` with the figures of a unit's file laid over; each then names the file as its source.

    Raises BadConfiguration for a key that is not known, and for a value of another kind.
    """
    result = dict(known)
    source = str(table.get("title") or path.name)
    for key, value, given in _flat(table, ""):
        if key not in known and not key.startswith(OPEN):
            raise BadConfiguration(f"{path}：没有“{key}”这一项{_offer(key, known)}")
        for word in given:
            if word not in BESIDE:
                raise BadConfiguration(f"{path}：“{key}”没有“{word}”，可用：{'、'.join(BESIDE)}")
        old = known.get(key) or Figure(("",), Basis(source, "practice"))
        value = _frozen(value)
        if not _fits(value, old.value):
            raise BadConfiguration(f"{path}：“{key}”应为{_said(old.value)}，实为 {value!r}")
        basis = _basis(given, source, Basis(source, old.basis.strength, old.basis.within))
        if basis.strength not in STRENGTHS:
            raise BadConfiguration(f"{path}：“{key}”的 strength 应为 {'、'.join(STRENGTHS)} 之一")
        result[key] = Figure(float(value) if isinstance(old.value, float) else value, basis)
    return result


def _flat(table: Mapping[str, Any], above: str) -> list[tuple[str, Any, Mapping[str, Any]]]:
    """Key, value and what stands beside it for each figure in `table`."""
    found: list[tuple[str, Any, Mapping[str, Any]]] = []
    for key, value in table.items():
        name = above + key
        if isinstance(value, dict) and VALUE in value:
            found.append((name, value[VALUE], value))
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
        str(given.get("strength", default.strength)),
        within if _fits(within, 0.0) else default.within,
    )


def _offer(key: str, known: Mapping[str, Figure]) -> str:
    table = key.rpartition(".")[0]
    near = [each for each in known if each.rpartition(".")[0] == table]
    tables = "、".join(dict.fromkeys(each.partition(".")[0] for each in known))
    return hint(key, near) or hint(key, known) or f"，可用的表：{tables}"


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _fits(value: Any, like: Any) -> bool:
    """Whether a value may stand where `like` stood. A length may be written without decimals, a count only so."""
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


def _said(like: Any) -> str:
    if isinstance(like, bool):
        return " true 或 false"
    if isinstance(like, int | float):
        return "数" if isinstance(like, float) else "整数"
    return "一列文字" if isinstance(like, tuple) else "文字"
