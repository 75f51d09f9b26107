"""What the worker does with archives. A job may be done twice: it looks first whether it is still wanted."""

from __future__ import annotations

from django_tasks import task

from duizhao.web.archive import actions
from duizhao.web.archive.models import ArchiveStatus, DossierArchive
from duizhao.web.database import compact_if_wanted
from duizhao.web.desk.jobs import attempt, keys_of

BROKE = "做的时候程序出了错，没有做成；请再做一次"


@task()
def make_archive(key: str) -> None:
    """Make an archive that is asked for."""
    # Imported here: who only enqueues a job does not wait for what it needs.
    from duizhao.web.archive import making

    found = DossierArchive.objects.filter(pk=key, status=ArchiveStatus.WORKING)
    archive = found.select_related("by").first()
    if archive is None:
        return
    attempt(
        lambda: making.make(archive),
        lambda why: actions.fail_archive(archive=archive, remarks=[why or BROKE]),
        "an archive was not made",
    )


def settle() -> None:
    """Give all that waits its job; what was interrupted too often has failed. Called where a worker starts."""
    compact_if_wanted()
    going, given_up = keys_of(make_archive)
    for archive in DossierArchive.objects.filter(status=ArchiveStatus.WORKING):
        if archive.pk in given_up - going:
            actions.fail_archive(archive=archive, remarks=[BROKE])
        elif archive.pk not in going:
            enqueue_making(archive)


def enqueue_making(archive: DossierArchive) -> None:
    """Let the worker make an archive: together with what else the transaction does, or not at all."""
    make_archive.enqueue(archive.pk)
