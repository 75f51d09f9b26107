"""Versions of a file: added, gone back to. Each action is one transaction."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from duizhao.web.desk.actions.archived import record_in_dossier, refuse_archived
from duizhao.web.desk.actions.files import Also
from duizhao.web.desk.models import (
    DeskFile,
    Draft,
    ReadStatus,
    ReviewState,
    Version,
    VersionOrigin,
)
from duizhao.web.desk.models.version import NOTE_CHARACTERS
from duizhao.web.stored_files import remove, store


class Overtaken(Exception):
    """Somebody has changed the file since the page was made."""


def add_version(
    *,
    file: DeskFile,
    after: int,
    data: bytes,
    suffix: str,
    origin: Any,
    note: str = "",
    by: Any = None,
    also: Also = lambda _: None,
) -> Version:
    """Add a version behind the one with the number `after`. Raises Overtaken if that is no longer the last.

    What was typed and not saved is given up where the version holds it. `also` is done in the same transaction.
    """
    refuse_archived(file.batch)
    content = store(data)
    try:
        return _added(file, after, content, suffix, origin=origin, note=note, by=by, also=also)
    except Overtaken:
        remove(content)
        raise


def go_back(*, file: DeskFile, after: int, to: Version, origin: Any, by: Any = None) -> Version:
    """Add a version that is the same as an earlier one. Raises Overtaken."""
    refuse_archived(file.batch)
    note = f"与第 {to.number} 稿相同"
    return _added(
        file, after, to.content, to.suffix, origin=origin, note=note, by=by, also=lambda _: None
    )


def keep_draft(*, file: DeskFile, based_on: int, text: str) -> None:
    """Keep what is typed, until it is saved."""
    refuse_archived(file.batch)
    Draft.objects.update_or_create(file=file, defaults={"based_on": based_on, "text": text})


def drop_draft(*, file: DeskFile) -> None:
    """Give up what is typed and not saved."""
    refuse_archived(file.batch)
    Draft.objects.filter(file=file).delete()


def _added(
    file: DeskFile,
    after: int,
    content: str,
    suffix: str,
    *,
    origin: Any,
    note: str,
    by: Any,
    also: Also,
) -> Version:
    try:
        with transaction.atomic():
            if file.versions.filter(number__gt=after).exists():
                raise Overtaken
            made = Version.objects.create(
                file=file,
                number=after + 1,
                content=content,
                suffix=suffix,
                origin=origin,
                note=note[:NOTE_CHARACTERS],
            )
            file.review_state, file.status = ReviewState.CHANGED, ReadStatus.WAITING
            file.save(update_fields=["review_state", "status"])
            if origin == VersionOrigin.TYPED:
                drop_draft(file=file)
            also(file)
            record_in_dossier(file, "desk.add_version", by)
            return made
    except IntegrityError:
        raise Overtaken from None
