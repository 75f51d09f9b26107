"""Minutes of a meeting that was closed, or of a dossier that was, are only read."""

from __future__ import annotations

from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.minutes.models import Minutes
from duizhao.web.refused_act import RefusedAct


def refuse_ended(dossier: Dossier) -> None:
    """Raise RefusedAct where the dossier is closed or the meeting has ended."""
    refuse_closed(dossier)
    if Minutes.objects.filter(dossier=dossier, ended_at__isnull=False).exists():
        raise RefusedAct("会议已经结束。要改记录，先点“重新打开记录”")
