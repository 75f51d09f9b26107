"""An archive that becomes a dossier of this site: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction

from duizhao.web.accounts.models import Unit
from duizhao.web.archive.models import ArchiveIntake
from duizhao.web.archive.people_found import FoundPerson
from duizhao.web.archive.received_package import ReceivedPackage
from duizhao.web.archive.received_rows import ReceivedRows
from duizhao.web.audit.actions import record
from duizhao.web.meetings.models import Dossier
from duizhao.web.refused_act import RefusedAct
from duizhao.web.stored_files import KEY, in_use, load, remove, store_again

DOUBLED = "“{}”已经在这里了，没有再放一次"
NOT_FITTING = "档案包里的登记互相对不上，没有放入；请用原来的那一份"


def take_in(
    *, intake: ArchiveIntake, unit: Unit, people: Sequence[FoundPerson], by: Any
) -> Dossier:
    """Make the dossier of an archive in a unit. Raises RefusedAct; then everything is as it was.

    Keys, days and texts are those of the archive. The archive itself is no longer kept.
    """
    package = ReceivedPackage.known(load(intake.content))
    refuse_doubled(package)
    contents = _contents(package)
    stored: list[str] = []
    try:
        with transaction.atomic():
            dossier = _made(package, unit, people, by)
            ArchiveIntake.objects.filter(pk=intake.pk).delete()
            # Last: whoever takes in the same archive meanwhile has failed at its rows, and touches no file of ours.
            for key in contents:
                store_again(key, package.stored(key))
                stored.append(key)
    except IntegrityError as fault:
        raise RefusedAct(NOT_FITTING) from fault
    except BaseException:
        for key in stored:
            remove(key)
        raise
    remove(intake.content)
    return dossier


def _made(package: ReceivedPackage, unit: Unit, people: Sequence[FoundPerson], by: Any) -> Dossier:
    ReceivedRows(package, unit, people, _accounts(package.about), by).write()
    connection.check_constraints()
    dossier = Dossier.objects.get(pk=package.about["dossier"])
    _join_years(dossier, package.about)
    record(actor=by, act="archive.take_in", kind="dossier", key=dossier.pk)
    return dossier


def refuse_doubled(package: ReceivedPackage) -> None:
    """Raise RefusedAct where the dossier of an archive is here already."""
    key, name = str(package.about.get("dossier", "")), str(package.about.get("name", ""))
    if Dossier.objects.filter(pk=key).exists():
        raise RefusedAct(DOUBLED.format(name))


def _contents(package: ReceivedPackage) -> list[str]:
    found = list(package.about["stored"])
    if not all(KEY.fullmatch(each) for each in found) or in_use(found):
        raise RefusedAct(NOT_FITTING)
    return found


def _accounts(about: Mapping[str, Any]) -> dict[str, Any]:
    """The accounts here that have the same user name and the same name as one there."""
    named = {str(each["username"]): str(each["name"]) for each in about["accounts"]}
    known = get_user_model().objects.filter(username__in=list(named))
    return {each.username: each.pk for each in known if named[each.username] == each.name}


def _join_years(dossier: Dossier, about: Mapping[str, Any]) -> None:
    """Lead to the meeting of the year before, where it is here; and lead the next one here."""
    before = Dossier.objects.filter(pk=str(about.get("previous", "")), unit=dossier.unit_id).first()
    if before:
        dossier.previous = before
        dossier.save(update_fields=["previous"])
