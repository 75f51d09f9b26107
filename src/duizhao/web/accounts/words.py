"""Words of accounts that are put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class UnitBranch:
    """A unit of the tree with the branches below it, as a page shows them."""

    unit: Any
    parts: list[UnitBranch] = field(default_factory=list)


def branches(units: Iterable[Any]) -> list[UnitBranch]:
    """The tree of these units: those at the top whose parent is not among them."""
    made = {unit.pk: UnitBranch(unit) for unit in units}
    tops: list[UnitBranch] = []
    for branch in made.values():
        above = made.get(branch.unit.parent_id)
        (above.parts if above else tops).append(branch)
    return tops


def why_not(form: Any) -> str:
    """What is wrong in a form, in one line."""
    return "；".join(
        f"{form.fields[name].label}：{'、'.join(faults)}"
        if name in form.fields
        else "、".join(faults)
        for name, faults in form.errors.items()
    )
