"""Reads the table that comes with the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from duizhao.chronology.model import Edition, Event, EventKind, PartyRule
from duizhao.files import read_toml
from duizhao.status import Status
from duizhao.text.value import value

FILE = Path(__file__).parent / "data" / "party.toml"


@value
class Chronology:
    """Every event and rule of the table, in order, and by each of the names it is called by."""

    events: tuple[Event, ...]
    rules: tuple[PartyRule, ...]
    by_name: Mapping[str, Event | PartyRule]

    def event(self, name: str) -> Event | None:
        """The event that is called so; None for a stranger."""
        found = self.by_name.get(name)
        return found if isinstance(found, Event) else None

    def rule(self, name: str) -> PartyRule | None:
        """The rule that is called so; None for a stranger."""
        found = self.by_name.get(name)
        return found if isinstance(found, PartyRule) else None

    def of_kind(self, kind: EventKind) -> tuple[Event, ...]:
        """The events of a kind, oldest first."""
        return tuple(each for each in self.events if each.kind is kind)


@cache
def chronology() -> Chronology:
    """The table, read once."""
    tables = read_toml(FILE)
    events = tuple(
        _event(row, EventKind[kind.upper()])
        for kind, rows in tables["events"].items()
        for row in rows
    )
    rules = tuple(_rule(row) for row in tables["rules"])
    every: tuple[Event | PartyRule, ...] = (*events, *rules)
    return Chronology(events, rules, {name: each for each in every for name in each.names})


def _event(row: Mapping[str, Any], kind: EventKind) -> Event:
    return Event(
        name=row["name"],
        names=(row["name"], *_long_names(row["name"], kind), *row.get("aliases", ())),
        kind=kind,
        opened=row["opened"],
        closed=row.get("closed"),
        source=row["source"],
        status=Status(row["status"]),
    )


def _long_names(name: str, kind: EventKind) -> Iterator[str]:
    """十九届六中全会 is also 第十九届中央委员会第六次全体会议, 二十大 also 第二十次全国代表大会."""
    if kind is EventKind.CONGRESS:
        yield f"第{name.removesuffix('大')}次全国代表大会"
    elif kind is EventKind.PLENUM:
        term, _, number = name.removesuffix("中全会").partition("届")
        yield f"{term}届中央委员会第{number}次全体会议"


def _rule(row: Mapping[str, Any]) -> PartyRule:
    return PartyRule(
        name=row["name"],
        names=(row["name"], *row.get("aliases", ())),
        editions=tuple(_editions(row)),
        replaced_by=row.get("replaced_by", ""),
    )


def _editions(row: Mapping[str, Any]) -> Iterator[Edition]:
    rows = row["editions"]
    last: date | None = row.get("repealed")
    for each, later in pairwise([*rows, None]):
        yield Edition(
            issued=each["issued"],
            in_force=each.get("in_force", each["issued"]),
            replaced=later.get("in_force", later["issued"]) if later else last,
            source=each.get("source", row["source"]),
            status=Status(each["status"]),
        )
