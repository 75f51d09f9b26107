"""How long dossiers are kept, and which are to be removed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.models.dossier import ID_CHARACTERS


class RetentionPeriod(models.Model):
    """For how many years dossiers of a kind are kept. A kind without a row is kept for good."""

    kind = models.CharField("会议种类", primary_key=True, max_length=ID_CHARACTERS)
    years = models.PositiveSmallIntegerField("保管年数")


class ProposedRemoval(models.Model):
    """A dossier that somebody wants removed, until somebody in another role confirms it."""

    dossier = models.OneToOneField(
        Dossier, models.CASCADE, primary_key=True, related_name="proposed_removal"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
