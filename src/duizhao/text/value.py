"""Values: dataclasses that the type checker holds frozen, and that the running program leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

V = TypeVar("V")


@dataclass_transform(frozen_default=True)
def value(cls: type[V]) -> type[V]:
    """Make a dataclass with slots, equality and a hash. Mypy refuses to set its fields; the running program would not.

    For classes that every check makes hundreds of: `frozen=True` would set each field through `object.__setattr__`,
    which makes a value of ten fields four times as dear (docs/decisions/values-open-at-run-time.md).
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
