"""What is on the desk, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet

from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import (
    NOT_A_STATEMENT,
    Batch,
    BatchOutput,
    DeskFile,
    Draft,
    KeptScreening,
    ReadStatus,
    SettingsState,
    Version,
    VersionOrigin,
)


def batches(person: Any, act: str) -> QuerySet[Batch]:
    """The batches on which `person` has an act, the newest first."""
    count = Count("files", filter=Q(files__removed_at=None))
    return TABLE.limit(act, person, Batch.objects.annotate(count=count).order_by("-made_at"))


def files(person: Any, act: str) -> QuerySet[DeskFile]:
    """The files on which `person` has an act."""
    return TABLE.limit(act, person, DeskFile.objects.select_related("batch__dossier"))


def screenings(person: Any, act: str) -> QuerySet[KeptScreening]:
    """The screenings on which `person` has an act."""
    return TABLE.limit(act, person, KeptScreening.objects.select_related("batch", "other"))


def keys_aside(file: DeskFile) -> frozenset[tuple[str, str]]:
    """The keys of the findings in a file that are put aside."""
    return frozenset(file.set_aside.values_list("code", "fingerprint"))


def is_given(file: DeskFile) -> bool:
    """Has somebody put aside that a file is no statement? Then it is read as one."""
    return file.set_aside.filter(code=NOT_A_STATEMENT).exists()


def reasons_aside(file: DeskFile) -> dict[tuple[str, str], str]:
    """Why each of these findings is put aside, by its key."""
    return {(each.code, each.fingerprint): each.reason for each in file.set_aside.all()}


def outdated(batch: Batch, stamp: str) -> QuerySet[DeskFile]:
    """The files of a batch that were checked with other settings than those of the stamp."""
    return batch.files.filter(status=ReadStatus.READ).exclude(checked_with=stamp)


def settings_states(person: Any, act: str) -> QuerySet[SettingsState]:
    """The earlier settings to which `person` may go back, the latest first."""
    return TABLE.limit(act, person, SettingsState.objects.all())


def done_change(person: Any, key: str) -> SettingsState | None:
    """The change of settings that a page has just made, with what undoes it; None for another than the last."""
    last = settings_states(person, "undo_settings").first()
    return last if last and last.key == key else None


def files_with_removed(person: Any, act: str) -> QuerySet[DeskFile]:
    """The files on which `person` has an act, with those that were taken out of their batch."""
    return TABLE.limit(act, person, DeskFile.with_removed.select_related("batch"))


def last_fixed(file: DeskFile) -> Version | None:
    """The version whose fix can be undone: the last one, or the one to which it went back; None for another origin."""
    last = file.versions.last()
    first = file.versions.filter(content=last.content).first() if last else None
    return first if first is not None and first.origin == VersionOrigin.FIXED else None


def outputs(person: Any, act: str) -> QuerySet[BatchOutput]:
    """What was made of batches, as far as `person` has an act on it."""
    return TABLE.limit(act, person, BatchOutput.objects.select_related("batch"))


def last_author(person: Any) -> str:
    """The name that `person` last gave for the author of comments."""
    named = BatchOutput.objects.filter(batch__owner=person).exclude(author="")
    return named.values_list("author", flat=True).first() or ""


def draft(file: DeskFile) -> Draft | None:
    """What is typed over a file and not saved, if anything is."""
    return Draft.objects.filter(file=file).first()
