"""The options of a rule, checked against the dataclass that declares them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from duizhao.config.model import Config
from duizhao.errors import BadConfiguration
from duizhao.lint import Rule
from duizhao.text.nearest import hint

SETTINGS_FOR_ALL_RULES = ("units", "terms")


def with_shared(rule: Rule, config: Config) -> Rule:
    """The rule with the settings for all rules that this rule has as options."""
    given = {
        name: getattr(config, name) for name in SETTINGS_FOR_ALL_RULES if getattr(config, name)
    }
    taken = {name: value for name, value in given.items() if hasattr(rule.options, name)}
    if not taken:
        return rule
    return dataclasses.replace(rule, options=dataclasses.replace(rule.options, **taken))


def with_options(rule: Rule, table: Mapping[str, Any], where: str) -> Rule:
    """The rule with the options of `table`. Raises BadConfiguration for an unknown option or a wrong type."""
    if rule.options is None:
        raise BadConfiguration(f"{where}：规则“{rule.name}”没有可设的选项")
    hints = get_type_hints(type(rule.options))
    values = {_field(key, hints, where): value for key, value in table.items()}
    made = {name: _value(name, hints[name], value, where) for name, value in values.items()}
    return dataclasses.replace(rule, options=dataclasses.replace(rule.options, **made))


def _field(key: str, hints: Mapping[str, Any], where: str) -> str:
    name = key.replace("-", "_")
    if name not in hints:
        known = "、".join(hints)
        raise BadConfiguration(
            f"{where}：没有“{key}”这个选项{hint(key, hints) or '，'}可用：{known}"
        )
    return name


def _value(name: str, kind: Any, value: Any, where: str) -> Any:
    value = _frozen(value)
    if not fits(value, kind):
        raise BadConfiguration(f"{where}：“{name}”应为{type_name(kind)}，实为 {value!r}")
    return float(value) if kind is float else value


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def fits(value: Any, kind: Any) -> bool:
    """Is a value read from TOML of a declared type?"""
    if get_origin(kind) in (Union, UnionType):
        return any(fits(value, each) for each in get_args(kind))
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and _all_fit(value, get_args(kind))
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(kind, type) and isinstance(value, kind)


def _all_fit(values: tuple[Any, ...], kinds: tuple[Any, ...]) -> bool:
    if kinds[-1] is Ellipsis:
        return all(fits(value, kinds[0]) for value in values)
    return len(values) == len(kinds) and all(map(fits, values, kinds))


def type_name(kind: Any) -> str:
    """A declared type in Chinese."""
    if get_origin(kind) in (Union, UnionType):
        return "或".join(type_name(each) for each in get_args(kind) if each is not type(None))
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        return (
            f"{type_name(inner[0])}列表"
            if inner[-1] is Ellipsis
            else f"{len(inner)} 个{type_name(inner[0])}"
        )
    return {int: "整数", float: "数", bool: "true 或 false", str: "字符串"}.get(kind, str(kind))
