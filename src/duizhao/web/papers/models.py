"""The Word files of a unit that stand in for our papers."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.accounts.models import Unit
from duizhao.web.meetings.models.dossier import ID_CHARACTERS
from duizhao.web.meetings.models.dossier_file import CONTENT_CHARACTERS, FILENAME_CHARACTERS
from duizhao.web.random_key import KEY_CHARACTERS, random_key


class PaperTemplate(models.Model):
    """A unit's own Word file with named places, for one kind of paper. `content` is the key of the stored file."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="paper_templates")
    paper = models.CharField(max_length=ID_CHARACTERS)
    name = models.CharField("文件", max_length=FILENAME_CHARACTERS)
    content = models.CharField(max_length=CONTENT_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)

    class Meta:
        constraints = (models.UniqueConstraint("unit", "paper", name="template_of_paper"),)

    def __str__(self) -> str:
        return self.name
