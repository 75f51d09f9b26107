"""An archive, made of a dossier: files for people by the parts of a meeting, and all rows for programs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from typing import IO, Any

from django.conf import settings
from django.utils import timezone

from duizhao import api
from duizhao.version import __version__
from duizhao.web.archive import actions
from duizhao.web.archive.archive_index import index_page
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.archive.dossier_rows import DossierRows
from duizhao.web.archive.models import DossierArchive
from duizhao.web.archive.package import (
    INDEX,
    ROWS,
    ROWS_FORMAT,
    SCHEMA_VERSION,
    ArchiveWriter,
    as_json,
    digest,
    stored_path,
)
from duizhao.web.archive.parts import PARTS
from duizhao.web.audit.verify import current_head
from duizhao.web.desk.output_names import OutputNames, stem_of, with_ending
from duizhao.web.desk.settings_files import SettingsFiles
from duizhao.web.meetings.models import Dossier
from duizhao.web.stored_files import load


class ArchiveNotWanted(Exception):
    """Somebody has stopped it, or removed the dossier."""


def make(archive: DossierArchive) -> None:
    """Make an archive, and keep it. May be done twice: it begins anew."""
    dossier = Dossier.objects.select_related("unit", "chair", "batch").get(pk=archive.dossier_id)
    total = 1 + sum(part.pieces(dossier) for part in PARTS)
    count = _counter(archive, total)
    work = ArchiveWork(archive.by, archive.has_records, count)
    with tempfile.TemporaryFile() as kept:
        try:
            _write(dossier, work, kept)
            count()
        except ArchiveNotWanted:
            return
        except api.DuizhaoError as fault:
            actions.fail_archive(archive=archive, remarks=[str(fault)])
            return
        kept.seek(0)
        data = kept.read()
    name = f"{stem_of(dossier.name)} 档案.zip"
    actions.finish_archive(archive=archive, name=name, data=data, remarks=work.remarks)


def _counter(archive: DossierArchive, total: int) -> Callable[[], None]:
    done = -1

    def count() -> None:
        nonlocal done
        done += 1
        if not actions.count_pieces(archive=archive, done=done, total=total):
            raise ArchiveNotWanted

    count()
    return count


def _write(dossier: Dossier, work: ArchiveWork, target: IO[bytes]) -> None:
    found = DossierRows.from_dossier(dossier, work.person, has_records=work.has_records)
    work.remarks += found.remarks
    writer = ArchiveWriter.at(target)
    stored: dict[str, dict[str, Any]] = {}
    for path, each in _for_people(dossier, work):
        data = load(each.content) if each.content else each.data
        writer.add(path, data)
        if each.content:
            stored.setdefault(each.content, _stored(path, data))
    # What an archive may not have is in no folder for people either: the parts ask the same tables.
    for content in sorted(found.contents - set(stored)):
        data = load(content)
        writer.add(stored_path(content), data)
        stored[content] = _stored(stored_path(content), data)
    writer.add(ROWS, as_json(_rows(dossier, found, stored)))
    writer.add(INDEX, index_page(dossier, writer.files, work.remarks).encode())
    head = current_head()
    made_at = timezone.localtime().isoformat(timespec="seconds")
    writer.finish({"made_at": made_at, "audit_head": str(head) if head else ""})


def _stored(path: str, data: bytes) -> dict[str, Any]:
    return {"path": path, "sha256": digest(data), "size": len(data)}


def _for_people(dossier: Dossier, work: ArchiveWork) -> Iterator[tuple[str, FileForPeople]]:
    """The files for people with their paths: numbered folders, names that any system can keep, none twice."""
    names = OutputNames()
    for number, part in enumerate(PARTS, 1):
        for each in part.files(dossier, work):
            dot = each.name.rfind(".", each.name.rfind("/") + 1)
            ending = each.name[dot:] if dot > 0 else ""
            path = with_ending(f"{number:02} {part.FOLDER}/{each.name}", ending)
            yield names.free(path), each


def _rows(
    dossier: Dossier, found: DossierRows, stored: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """All that a program needs to make the same dossier."""
    profile = SettingsFiles.from_folder(settings.DATA_FOLDER).profiles.get(dossier.profile, "")
    return {
        "format": ROWS_FORMAT,
        "schema": SCHEMA_VERSION,
        "tool": __version__,
        "dossier": dossier.key,
        "name": dossier.name,
        "unit": dossier.unit.name,
        "previous": dossier.previous_id or "",
        "profile": profile,
        "accounts": found.accounts,
        "stored": {key: stored[key] for key in sorted(found.contents)},
        "remarks": found.remarks,
        "rows": found.rows,
    }
