"""Strings that a regular expression matches: one for each way through its alternatives.

Repetitions are taken at their least count and once more; ranges at both ends. What must follow is added behind the
string, what must not stand about it is left to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any

parser: Any = re._parser  # type: ignore[attr-defined]
op: Any = re._constants  # type: ignore[attr-defined]
CATEGORIES = {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}
MOST = 4000


def samples(pattern: str) -> Iterator[str]:
    """The strings, at most some thousands of them."""
    return islice(_sequence(parser.parse(pattern)), MOST)


def _sequence(items: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    return map("".join, product(*(list(islice(_item(*item), MOST)) for item in items)))


def _item(kind: Any, value: Any) -> Iterator[str]:
    if kind is op.LITERAL:
        yield chr(value)
    elif kind in (op.ANY, op.NOT_LITERAL):
        yield "某"
    elif kind is op.IN:
        yield from _set(value)
    elif kind is op.BRANCH:
        for alternative in value[1]:
            yield from _sequence(alternative)
    elif kind is op.SUBPATTERN:
        yield from _sequence(value[3])
    elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, inner = value
        for count in range(least, min(most, least + 1) + 1):
            yield from map("".join, product(list(_sequence(inner)), repeat=count))
    elif kind is op.ASSERT and value[0] > 0:
        yield from _sequence(value[1])
    else:
        assert kind in (op.AT, op.ASSERT, op.ASSERT_NOT), kind
        yield ""


def _set(members: list[tuple[Any, Any]]) -> Iterator[str]:
    if members[0][0] is op.NEGATE:
        yield "某"
        return
    for kind, value in members:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.RANGE:
            yield from map(chr, value)
        else:
            yield CATEGORIES[value]
