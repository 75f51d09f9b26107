"""How long dossiers are kept, and which are kept long enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from duizhao.process import meeting_kinds
from duizhao.web.archive.models import ProposedRemoval, RetentionPeriod
from duizhao.web.meetings.models import Dossier


@dataclass(frozen=True, slots=True)
class KeptDossier:
    """A dossier with the day from which it may be removed; without one it is kept for good, or not closed yet."""

    dossier: Dossier
    years: int | None
    due_on: date | None
    proposed: ProposedRemoval | None

    @property
    def is_due(self) -> bool:
        return self.due_on is not None and self.due_on <= timezone.localdate()

    @property
    def kind_name(self) -> str:
        kind = meeting_kinds().get(self.dossier.kind)
        return kind.name if kind else self.dossier.kind


def periods() -> dict[str, int]:
    """For how many years dossiers of a kind are kept, by the id of the kind. Others are kept for good."""
    return dict(RetentionPeriod.objects.values_list("kind", "years"))


def due_on(dossier: Dossier, years: int | None) -> date | None:
    """The day from which a dossier may be removed. Its years count from the year after it was closed."""
    if dossier.closed_at is None or years is None:
        return None
    return date(timezone.localdate(dossier.closed_at).year + 1 + years, 1, 1)


def kept(dossiers: Iterable[Dossier]) -> list[KeptDossier]:
    """How long each is kept: those that are due first. Select `proposed_removal` with them."""
    known = periods()
    found = [_kept(each, known) for each in dossiers]
    return sorted(found, key=lambda each: (each.due_on or date.max, -each.dossier.year))


def kept_dossier(dossier: Dossier) -> KeptDossier:
    """How long one is kept."""
    return _kept(dossier, periods())


def _kept(dossier: Dossier, known: Mapping[str, int]) -> KeptDossier:
    years = known.get(dossier.kind)
    proposed = getattr(dossier, "proposed_removal", None)
    return KeptDossier(dossier, years, due_on(dossier, years), proposed)
