"""A batch that belongs to a dossier: only read once the dossier is closed."""

from __future__ import annotations

from typing import Any

from duizhao.web.audit.actions import record
from duizhao.web.desk.models import Batch, DeskFile
from duizhao.web.refused_act import RefusedAct


def dossier_of(batch: Batch) -> Any | None:
    """The dossier that a batch belongs to; None for a batch of one's own. Dossiers are an app above."""
    return getattr(batch, "dossier", None)


def refuse_archived(batch: Batch) -> None:
    """Raise RefusedAct where the dossier of a batch is closed: every action on its statements calls this first."""
    dossier = dossier_of(batch)
    if dossier is not None and dossier.is_closed:
        raise RefusedAct(f"“{dossier.name}”已经归档，只能看，不能改")


def refuse_clearing(batch: Batch) -> None:
    """Raise RefusedAct for a batch of a dossier: statements are taken out of it one by one."""
    dossier = dossier_of(batch)
    if dossier is not None:
        raise RefusedAct(f"这是“{dossier.name}”的材料，不能整批清空；选中不要的，再移除")


def record_in_dossier(file: DeskFile, act: str, by: Any) -> None:
    """Note what somebody did to a statement of a meeting; what people do with files of their own is not noted."""
    if by is not None and dossier_of(file.batch) is not None:
        record(actor=by, act=act, kind="file", key=file.pk)
