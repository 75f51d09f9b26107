"""The dossier of an earlier meeting, made of a folder once somebody has confirmed what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao import api
from duizhao.api.folder_file import ledger_rows
from duizhao.ledger.identity import new_id
from duizhao.web.accounts.models import Unit
from duizhao.web.desk.actions.ledger import NewRow, change_rows
from duizhao.web.meetings.actions import begin_dossier
from duizhao.web.meetings.actions.intakes import drop_rows
from duizhao.web.meetings.choosing import OF_BRANCH, TEAM
from duizhao.web.meetings.folder_proposal import STATEMENTS, FolderProposal
from duizhao.web.meetings.models import (
    Attendee,
    Dossier,
    DossierFile,
    FilePurpose,
    FolderIntake,
    IntakeFile,
)
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.actions import take_in
from duizhao.web.roster.models import StaffMember
from duizhao.web.roster.queries import entries
from duizhao.web.roster.staff_entry import by_name
from duizhao.web.stored_files import load, remove, store

PURPOSES = {
    "notice": FilePurpose.NOTICE,
    "minutes": FilePurpose.MINUTES,
    "opinions": FilePurpose.OPINIONS,
    "study": FilePurpose.STUDY,
    "ledger": FilePurpose.LEDGER,
}

PutIn = Callable[..., object]
CHAIRS = ("head", "secretary")


def make_dossier(
    *, intake: FolderIntake, proposal: FolderProposal, by: Any, put_in: PutIn
) -> Dossier:
    """Make the meeting with its people, statements, ledger and files, and let the folder go.

    `put_in` puts a statement into a batch and reads it. Raises RefusedAct where it is made already, StaffOvertaken.
    """
    with transaction.atomic():
        # Who clicks twice has one meeting.
        if not FolderIntake.objects.select_for_update().filter(pk=intake.pk).exists():
            raise RefusedAct("这个文件夹刚才已经建成会议，见“会议”一页")
        dossier = begin_dossier(
            unit=intake.unit,
            by=by,
            kind=proposal.kind,
            name=proposal.name,
            year=proposal.year,
            profile=proposal.profile,
            held_on=proposal.held_on,
        )
        members = _members(intake.unit, proposal, by)
        _attend(dossier, proposal, members)
        for each in proposal.files:
            if each.kind:
                _keep(dossier, each.file, each.kind, by, put_in)
        contents = drop_rows(intake=intake, by=by)
    for content in contents:
        remove(content)
    return dossier


def _members(unit: Unit, proposal: FolderProposal, by: Any) -> Mapping[str, StaffMember]:
    """Those on the roster by name, with the new ones put there."""
    if new := proposal.entries:
        take_in(unit=unit, by=by, entries=new, today=timezone.localdate())
    known = by_name(entries(unit))
    staff = {each.key: each for each in unit.staff.all()}
    return {name: staff[entry.member] for name, entry in known.items()}


def _attend(dossier: Dossier, proposal: FolderProposal, members: Mapping[str, StaffMember]) -> None:
    """Let those attend who have a statement, and all of the team or of the branch."""
    authors = {
        each["name"]
        for file in proposal.files
        if file.kind == "statement"
        for each in file.file.found["people"]
    }
    of_all = dossier.kind in OF_BRANCH
    people = {each.entry.name: each for each in proposal.people if each.is_taken}
    made = [
        Attendee(
            dossier=dossier,
            member=members.get(name) if each.is_here else None,
            position=at,
            name=name,
            duty=each.entry.duty,
            standing=each.entry.standing,
            is_answerable=name in authors,
        )
        for at, (name, each) in enumerate(people.items(), 1)
        if of_all or name in authors or each.entry.standing in TEAM
    ]
    Attendee.objects.bulk_create(made)
    heads = [each.member for each in made if each.standing in CHAIRS and each.member]
    if heads:
        dossier.chair = heads[0]
        dossier.save(update_fields=["chair"])


def _keep(dossier: Dossier, file: IntakeFile, kind: str, by: Any, put_in: PutIn) -> None:
    """Put a file where it belongs: a statement into the batch, rows into the ledger, all else among the files."""
    batch = dossier.batch
    if batch is None:
        return
    data, name = load(file.content), file.name.rpartition("/")[2]
    if kind in STATEMENTS:
        put_in(batch=batch, name=name, data=data)
        return
    if kind == "ledger" and file.found["rows"]:
        rows = ledger_rows(api.tables_in(data, file.name))
        added = []
        taken: set[str] = set(batch.ledger_rows.values_list("id_in_ledger", flat=True))
        for cells in rows:
            taken.add(id := new_id(taken))
            added.append(NewRow({**cells, "id": id}))
        change_rows(batch=batch, by=by, done=f"已从“{name}”取来 {len(added)} 行", added=added)
    DossierFile.objects.create(
        dossier=dossier,
        purpose=PURPOSES.get(kind, FilePurpose.OTHER),
        name=name,
        content=store(data),
        size=file.size,
        sha256=file.sha256,
    )
