"""Findings put aside, and taken back. Each action is one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from duizhao.web.desk.actions.archived import record_in_dossier, refuse_archived
from duizhao.web.desk.models import DeskFile, SetAside


@transaction.atomic
def put_aside(
    *, file: DeskFile, keys: Iterable[tuple[str, str]], reason: str, by: Any = None
) -> None:
    """Put the findings with these keys aside, for one reason."""
    refuse_archived(file.batch)
    room = SetAside._meta.get_field("reason").max_length
    made = [
        SetAside(file=file, code=code, fingerprint=digest, reason=reason[:room])
        for code, digest in dict.fromkeys(keys)
    ]
    SetAside.objects.bulk_create(made, ignore_conflicts=True)
    record_in_dossier(file, "desk.put_aside", by)


@transaction.atomic
def take_back(*, file: DeskFile, keys: Iterable[tuple[str, str]], by: Any = None) -> None:
    """Let the findings with these keys count again."""
    refuse_archived(file.batch)
    for code, digest in dict.fromkeys(keys):
        file.set_aside.filter(code=code, fingerprint=digest).delete()
    record_in_dossier(file, "desk.take_back", by)
