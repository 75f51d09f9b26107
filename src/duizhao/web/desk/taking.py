"""Files that are named when the desk is started, taken from where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.urls import reverse
from django.utils import timezone

from duizhao import api
from duizhao.web.accounts.queries import desk_person
from duizhao.web.desk import actions, reading
from duizhao.web.desk.words import batch_name


def take_paths(paths: Sequence[Path]) -> str:
    """Put the files at these paths, and those in folders, into a new batch. Returns the address of its page.

    Raises UnreadableDocument for a path that is not there.
    """
    found = api.paths_in(paths)
    name = paths[0].name if len(paths) == 1 else batch_name(timezone.localtime())
    batch = actions.begin_batch(owner=desk_person(), name=name)
    for path in found:
        reading.read_if_quick(actions.put_in(batch=batch, name=path.name, data=path.read_bytes()))
    return reverse("desk:batch", kwargs={"batch": batch.key})
