"""The words that made-up statements are put together from: our own, and many enough that no two clauses meet by chance.

A clause is a lead, a deed and a verdict (`在柳湾村核对水费拖得太久`), each drawn from thousands: about 33 bits in 12
characters. Of 60 million stretches of 20 characters in 20,000 statements, all but a few are found once.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

WORDS = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Pools:
    """What a clause, and its author, is drawn from."""

    leads: tuple[str, ...]
    deeds: tuple[str, ...]
    verdicts: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    bureaus: tuple[str, ...]


@cache
def pools() -> Pools:
    """All that the words give when they are put together; made once, in some 20 ms."""
    words = {
        name: tuple(each.split())
        for name, each in tomllib.loads(WORDS.read_text(encoding="utf-8")).items()
    }

    def joined(*names: str) -> tuple[str, ...]:
        return tuple(map("".join, product(*(words[name] for name in names))))

    places, people = (
        joined("place_first", "place_second", "towns"),
        joined("surnames", "given_names"),
    )
    dates = tuple(f"{month}月{day}日" for month in range(1, 13) for day in range(1, 29))
    counts = tuple(f"{count}{unit}" for count in range(2, 99) for unit in "次处户件")
    # Each sort is brought to about the same number, so that none of them is drawn too often.
    leads = (*words["times"] * 60, *places[::2], *people * 4, *dates * 12, *counts * 10)
    deeds, verdicts = joined("verbs", "objects"), joined("degrees", "qualities")
    return Pools(leads, deeds, verdicts, places, people, words["bureaus"])
