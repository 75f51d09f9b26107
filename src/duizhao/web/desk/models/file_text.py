"""The words of a file, to be looked for."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models.desk_file import DeskFile


class FileText(models.Model):
    """The text of the last version of a file, apart from its row: lists of files do not carry it."""

    file = models.OneToOneField(
        DeskFile, models.CASCADE, primary_key=True, related_name="file_text"
    )
    text = models.TextField()
