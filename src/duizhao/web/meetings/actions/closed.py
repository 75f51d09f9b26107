"""A closed dossier is only read."""

from __future__ import annotations

from duizhao.web.meetings.models import Dossier
from duizhao.web.refused_act import RefusedAct


def refuse_closed(dossier: Dossier) -> None:
    """Raise RefusedAct where a dossier is closed: every action that changes what belongs to one calls this first."""
    if dossier.is_closed:
        raise RefusedAct(f"“{dossier.name}”已经归档，只能看，不能改")
