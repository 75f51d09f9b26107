"""What the first page shows of each part of a meeting: what there is, and what is left to do for whoever asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Protocol

from duizhao.web.meetings.models import Dossier
from duizhao.web.overview.sources import ledger, minutes, opinions, plan, statements, study, talks
from duizhao.web.overview.todo import Onlooker, Todo


class TodoSource(Protocol):
    """A module here: the page of its part, what it says of a meeting, what it asks of somebody."""

    PAGE: str

    def state(self, dossier: Dossier, onlooker: Onlooker) -> str: ...

    def todos(self, dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]: ...


SOURCES: Sequence[TodoSource] = (plan, study, opinions, talks, statements, minutes, ledger)


def todos(dossiers: Sequence[Dossier], onlooker: Onlooker) -> Iterator[Todo]:
    """What somebody has to do for these meetings."""
    return chain.from_iterable(
        source.todos(dossier, onlooker) for dossier in dossiers for source in SOURCES
    )
