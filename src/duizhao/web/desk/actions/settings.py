"""What changes in the settings of the site. Each action is one transaction, and keeps what was there before."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.desk.models import SettingsState
from duizhao.web.desk.models.settings_state import WORDS_CHARACTERS
from duizhao.web.desk.settings_files import SettingsFiles
from duizhao.web.desk.settings_owners import sets_for_all
from duizhao.web.refused_act import RefusedAct

KEPT_STATES = 30
SET_ABOVE = "名称、用词、版式和查哪些管所有单位，由上级单位的经办人改"


class SettingsOvertaken(Exception):
    """The settings were changed after the page was made that asks for a change."""


def change_settings(*, by: Any, files: SettingsFiles, seen: str, done: str) -> SettingsState:
    """Put these files in the place of those that had the stamp `seen`.

    Raises SettingsOvertaken, Unwritable, and RefusedAct where this clerk may only enter aspects.
    """
    with transaction.atomic():
        before = SettingsFiles.from_folder(settings.DATA_FOLDER)
        if before.stamp != seen:
            raise SettingsOvertaken
        if files.own_words != before.own_words and not sets_for_all(by):
            raise RefusedAct(SET_ABOVE)
        state = SettingsState.objects.create(
            by=by, texts=dict(before.texts), done=done[:WORDS_CHARACTERS]
        )
        old = SettingsState.objects.values_list("pk", flat=True)[KEPT_STATES:]
        SettingsState.objects.filter(pk__in=list(old)).delete()
        files.write(settings.DATA_FOLDER)
        record(actor=by, act="desk.change_settings", kind="settings", key=state.pk)
    return state


def undo_settings(*, by: Any, state: SettingsState) -> SettingsState:
    """Bring the settings back as they were before a change. Returns what undoes this."""
    now = SettingsFiles.from_folder(settings.DATA_FOLDER).stamp
    return change_settings(
        by=by, files=SettingsFiles(state.texts), seen=now, done=f"撤销：{state.done}"
    )
