"""The parts of a meeting as rows of one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.parts import DossierPart
from duizhao.web.overview.sources import SOURCES
from duizhao.web.overview.todo import Onlooker, Todo

LEDGER, LEDGER_WORDS = "desk:ledger", "整改台账"


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a meeting: its page, what there is of it, what is left to do for whoever looks."""

    label: str
    address: str
    state: str
    todos: tuple[Todo, ...]

    @property
    def is_late(self) -> bool:
        return any(each.is_late for each in self.todos)


def part_rows(
    dossier: Dossier, onlooker: Onlooker, parts: Iterable[DossierPart]
) -> Iterator[PartRow]:
    """The parts that this person may see, in the order of a meeting; last the ledger, for whoever keeps it."""
    labels = {part.address: part.label for part in parts}
    if dossier.batch_id and onlooker.keeps(dossier):
        labels[_ledger(dossier)] = LEDGER_WORDS
    for source in SOURCES:
        address = _address(source.PAGE, dossier)
        if address in labels:
            left = () if dossier.is_closed else tuple(source.todos(dossier, onlooker))
            yield PartRow(labels[address], address, source.state(dossier, onlooker), left)


def _address(page: str, dossier: Dossier) -> str:
    if page == LEDGER:
        return _ledger(dossier)
    return reverse(page, kwargs={"dossier": dossier.key})


def _ledger(dossier: Dossier) -> str:
    return reverse(LEDGER, kwargs={"batch": dossier.batch_id}) if dossier.batch_id else ""
