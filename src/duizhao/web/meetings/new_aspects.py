"""Aspects that are pasted where a meeting is begun: kept as a profile of the site, as those of the desk are."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from duizhao import api
from duizhao.process import meeting_kinds
from duizhao.web.desk.actions.settings import change_settings
from duizhao.web.desk.settings_files import SettingsFiles, profile_path


def keep_aspects(*, kind: str, year: int, aspects: str, notice: str, by: Any) -> str:
    """The id of a profile with these aspects, made of the lines of a notice. Raises DuizhaoError."""
    named = meeting_kinds()[kind].name
    meeting = next((each for each in api.MEETINGS if each in named), api.MEETINGS[0])
    form = api.NoticeForm(year=str(year), kind=meeting, notice=aspects, source=notice)
    made = api.preview_notice(form, settings.DATA_FOLDER.profiles, "").profile
    files = SettingsFiles.from_folder(settings.DATA_FOLDER)
    if made.id in files.profiles:
        raise api.DuizhaoError(f"“{made.title}”的方面已经录过，请在上面的“对照检查的方面”里选它")
    change_settings(
        by=by,
        files=files.with_texts({profile_path(made.id): form.draft().to_toml()}),
        seen=files.stamp,
        done=f"已保存“{made.title}”的 {len(made.aspects)} 个方面",
    )
    return made.id
