"""How far a long run has come, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")
EVERY = 1000


def shown(things: Iterable[Thing], what: str) -> Iterator[Thing]:
    """The same things; every thousandth is counted on stderr."""
    for number, thing in enumerate(things, 1):
        yield thing
        if number % EVERY == 0:
            print(f"{what} {number}", file=sys.stderr, flush=True)
