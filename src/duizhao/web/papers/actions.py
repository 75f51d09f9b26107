"""The forms of a unit: put in, taken out. Each action is one transaction."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.models.dossier_file import FILENAME_CHARACTERS
from duizhao.web.papers.models import PaperTemplate
from duizhao.web.stored_files import remove, store


def put_template(*, dossier: Dossier, paper: str, name: str, data: bytes, by: Any) -> PaperTemplate:
    """Use a Word file for a kind of paper, from now on, in all meetings of the unit."""
    refuse_closed(dossier)
    content = store(data)
    with transaction.atomic():
        old = PaperTemplate.objects.filter(unit=dossier.unit, paper=paper).first()
        given = {"name": name[-FILENAME_CHARACTERS:], "content": content, "made_by": by}
        template, _ = PaperTemplate.objects.update_or_create(
            unit=dossier.unit, paper=paper, defaults=given
        )
        record(actor=by, act="papers.put_template", kind="template", key=template.key)
    if old:
        remove(old.content)
    return template


def remove_template(*, template: PaperTemplate, by: Any) -> None:
    """Use our own form again."""
    key, content = template.key, template.content
    with transaction.atomic():
        template.delete()
        record(actor=by, act="papers.remove_template", kind="template", key=key)
    remove(content)
