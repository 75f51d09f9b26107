"""Finds and reads the configuration: `duizhao.toml`, or `[tool.duizhao]` in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import Field, replace
from pathlib import Path
from typing import Any, cast

from duizhao.config.key import Shape, keys_of
from duizhao.config.model import Config, keys
from duizhao.errors import BadConfiguration
from duizhao.files import read_toml
from duizhao.lint import FindingOrder, Matter, Severity
from duizhao.text.nearest import hint

OWN, SHARED = "duizhao.toml", "pyproject.toml"


def find_config(start: Path) -> Path | None:
    """The configuration file that applies to the folder `start`: in it, or in the nearest folder above."""
    folder = start.absolute()
    for each in (folder, *folder.parents):
        if (each / OWN).is_file():
            return each / OWN
        shared = each / SHARED
        if shared.is_file() and _shared_table(shared) is not None:
            return shared
    return None


def load_config(path: Path | None) -> Config:
    """The configuration written in `path`; the defaults for None. Raises BadConfiguration."""
    if path is None:
        return Config()
    table = _shared_table(path) if path.name == SHARED else read_toml(path)
    return Config(**_settings(path, table or {}, keys(), ""), folder=path.parent)


def _settings(
    path: Path, table: Mapping[str, Any], known: Mapping[str, Field[Any]], where: str
) -> dict[str, Any]:
    """The fields that a table sets; `where` is the name of the table and a dot, for messages."""
    settings: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise BadConfiguration(
                f"{path}：没有“{where}{key}”这一项{hint(key, known) or '，'}可用：{'、'.join(known)}"
            )
        shape: Shape = known[key].metadata["shape"]
        name, inner = known[key].name, cast(Any, known[key].default)
        if shape is Shape.TABLE and isinstance(value, dict):
            own = _settings(path, value, keys_of(inner), f"{where}{key}.")
            settings[name] = replace(inner, **own)
        else:
            settings[name] = _value(path, where + key, shape, value)
    return settings


def _shared_table(path: Path) -> dict[str, Any] | None:
    """`[tool.duizhao]`; None if the file has no such table."""
    tool = read_toml(path).get("tool", {})
    table = tool.get("duizhao") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _value(path: Path, key: str, shape: Shape, value: Any) -> Any:
    made = _READERS[shape](path, value) if shape in _READERS else None
    if made is None:
        raise BadConfiguration(f"{path}：“{key}”应为{shape.value}，实为 {value!r}")
    return made


def _words(_: Path, value: Any) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    return None


def _word(_: Path, value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _path(path: Path, value: Any) -> Path | None:
    return path.parent / value if isinstance(value, str) else None


def _paths(path: Path, value: Any) -> tuple[Path, ...] | None:
    words = _words(path, value)
    return None if words is None else tuple(path.parent / word for word in words)


def _share(_: Path, value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= 1 else None


def _severity(_: Path, value: Any) -> Severity | None:
    return Severity.from_word(value) if isinstance(value, str) else None


def _matter(_: Path, value: Any) -> Matter | None:
    return Matter.from_word(value) if isinstance(value, str) else None


def _order(_: Path, value: Any) -> FindingOrder | None:
    return FindingOrder.from_word(value) if isinstance(value, str) else None


def _lists(path: Path, value: Any) -> Mapping[str, tuple[str, ...]] | None:
    if not isinstance(value, dict):
        return None
    lists = {name: _words(path, words) for name, words in value.items()}
    return None if None in lists.values() else {n: w for n, w in lists.items() if w is not None}


def _tables(_: Path, value: Any) -> Mapping[str, Mapping[str, Any]] | None:
    if isinstance(value, dict) and all(isinstance(table, dict) for table in value.values()):
        return value
    return None


def _days(_: Path, value: Any) -> tuple[int, ...] | None:
    if not isinstance(value, list) or not 1 <= len(value) <= 2:
        return None
    is_days = all(type(each) is int and 0 < each < 1000 for each in value)
    return tuple(value) if is_days else None


_READERS: Mapping[Shape, Callable[[Path, Any], Any]] = {
    Shape.WORDS: _words,
    Shape.WORD: _word,
    Shape.PATH: _path,
    Shape.PATHS: _paths,
    Shape.SHARE: _share,
    Shape.SEVERITY: _severity,
    Shape.MATTER: _matter,
    Shape.ORDER: _order,
    Shape.LISTS: _lists,
    Shape.TABLES: _tables,
    Shape.DAYS: _days,
}
