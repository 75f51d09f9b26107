"""Folders of earlier meetings: put in, dropped. What is made of one stands in `from_folder`."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction

from duizhao.web.accounts.models import Unit
from duizhao.web.audit.actions import record
from duizhao.web.meetings.models import FolderIntake, IntakeFile
from duizhao.web.meetings.models.dossier_file import FILENAME_CHARACTERS
from duizhao.web.stored_files import remove, store

MAX_FILES = 500


@transaction.atomic
def begin_intake(*, unit: Unit, by: Any) -> FolderIntake:
    """Room for the files of a folder."""
    made = FolderIntake.objects.create(unit=unit, by=by)
    record(actor=by, act="meetings.begin_intake", kind="intake", key=made.key)
    return made


def put_in(
    *, intake: FolderIntake, name: str, data: bytes, found: dict[str, Any], position: int
) -> IntakeFile:
    """Keep a file of the folder with what was read in it."""
    return IntakeFile.objects.create(
        intake=intake,
        position=position,
        name=name[-FILENAME_CHARACTERS:],
        content=store(data),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        found=found,
    )


def drop_intake(*, intake: FolderIntake, by: Any) -> None:
    """Remove a folder that was put in, with its files on disk."""
    for content in drop_rows(intake=intake, by=by):
        remove(content)


@transaction.atomic
def drop_rows(*, intake: FolderIntake, by: Any) -> list[str]:
    """Remove the rows of a folder. Returns the keys of its files, to be removed from disk after the commit."""
    contents, key = list(intake.files.values_list("content", flat=True)), intake.key
    intake.delete()
    record(actor=by, act="meetings.drop_intake", kind="intake", key=key)
    return contents
