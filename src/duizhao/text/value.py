"""Values: dataclasses that the type checker holds frozen, and that the running program leaves open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

V = TypeVar("V")


@dataclass_transform(frozen_default=True)
def value(cls: type[V]) -> type[V]:
    """Make a dataclass with equality and a hash. Mypy refuses to set its fields; the running program would not.

    It has slots, unless the class has a cached property, which needs a dictionary.

    For classes that every check makes hundreds of, `frozen=True` would set each field through `object.__setattr__`,
    which makes a value of ten fields four times as dear; and dataclasses would compile four more methods for each class
    at every start of the program (docs/decisions/values-open-at-run-time.md).
    """
    shared = {name: method for name, method in _SHARED.items() if name not in vars(cls)}
    computed = any(isinstance(member, cached_property) for member in vars(cls).values())
    made = dataclass(slots=not computed, repr=False, eq=False)(cls)
    key = attrgetter(*[each.name for each in fields(cast(Any, made)) if each.compare])
    for name, method in {"_key": key, **shared}.items():
        setattr(made, name, method)
    return made


def _is_equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._key(self) == self._key(other)


def _hash(self: Any) -> int:
    return hash(self._key(self))


def _in_words(self: Any) -> str:
    shown = ", ".join(
        f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr
    )
    return f"{self.__class__.__qualname__}({shown})"


_SHARED: dict[str, Callable[..., Any]] = {
    "__eq__": _is_equal,
    "__hash__": _hash,
    "__repr__": _in_words,
}
