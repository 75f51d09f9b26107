"""Archives that were put in: kept until their table is confirmed, dropped. `taking_in` makes something of one."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duizhao.web.accounts.models import Unit
from duizhao.web.archive.models import ArchiveIntake
from duizhao.web.audit.actions import record
from duizhao.web.meetings.models.dossier_file import FILENAME_CHARACTERS
from duizhao.web.stored_files import remove, store


def begin_intake(*, unit: Unit, name: str, data: bytes, by: Any) -> ArchiveIntake:
    """Keep an archive that was found whole."""
    content = store(data)
    with transaction.atomic():
        made = ArchiveIntake.objects.create(
            unit=unit, by=by, name=name[-FILENAME_CHARACTERS:], content=content
        )
        record(actor=by, act="archive.put_in", kind="archive", key=made.key)
    return made


def drop_intake(*, intake: ArchiveIntake, by: Any) -> None:
    """Remove an archive that was put in, also from the disk."""
    content, key = intake.content, intake.key
    with transaction.atomic():
        intake.delete()
        record(actor=by, act="archive.drop_intake", kind="archive", key=key)
    remove(content)
