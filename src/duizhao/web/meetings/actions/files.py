"""Files of a dossier: put in and removed."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions.closed import refuse_closed
from duizhao.web.meetings.models import Dossier, DossierFile
from duizhao.web.meetings.models.dossier_file import FILENAME_CHARACTERS
from duizhao.web.stored_files import remove, store


@transaction.atomic
def attach(*, dossier: Dossier, purpose: str, name: str, data: bytes, by: Any) -> DossierFile:
    """Put a file into a dossier, as it came. Raises RefusedAct."""
    refuse_closed(dossier)
    made = DossierFile.objects.create(
        dossier=dossier,
        purpose=purpose,
        name=name[-FILENAME_CHARACTERS:],
        content=store(data),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    record(actor=by, act="meetings.attach", kind="dossier-file", key=made.key)
    return made


def detach(*, file: DossierFile, by: Any) -> None:
    """Remove a file of a dossier, from disk as well. Raises RefusedAct."""
    refuse_closed(file.dossier)
    content, key = file.content, file.key
    with transaction.atomic():
        file.delete()
        record(actor=by, act="meetings.detach", kind="dossier-file", key=key)
    remove(content)
