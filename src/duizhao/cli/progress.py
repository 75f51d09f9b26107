"""A bar on standard error while many files are checked."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")
FEW = 8


def with_bar(things: Iterable[T], count: int, label: str = "检查") -> Iterator[T]:
    """`things` one by one, with a bar where somebody sits before a terminal and there is something to wait for."""
    if count <= FEW or not sys.stderr.isatty():
        yield from things
        return
    with click.progressbar(things, length=count, label=label, file=sys.stderr) as bar:
        yield from bar
