"""The aspects of a unit's own making that come with an archive: kept where the site does not have them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from duizhao import api
from duizhao.web.desk.actions.settings import SettingsOvertaken, change_settings
from duizhao.web.desk.settings_files import SettingsFiles, profile_path
from duizhao.web.meetings.models import Dossier

PROFILE_ID = re.compile(r"[\w-][\w.-]{0,59}")
LARGEST_PROFILE = 100_000


def keep_profile(*, about: Mapping[str, Any], dossier: Dossier, by: Any) -> bool:
    """Keep the aspects that a dossier was written for, if they are not here and can be read. Tells if they are kept."""
    text = about.get("profile")
    if not isinstance(text, str) or not 0 < len(text) < LARGEST_PROFILE:
        return False
    try:
        known = api.load_profiles(settings.DATA_FOLDER.profiles)
        if dossier.profile in known.by_id or not PROFILE_ID.fullmatch(dossier.profile):
            return False
        # Read before it is kept: checks of the whole site would stop at one that nobody can read.
        known.with_text(dossier.profile, text)
        files = SettingsFiles.from_folder(settings.DATA_FOLDER)
        change_settings(
            by=by,
            files=files.with_texts({profile_path(dossier.profile): text}),
            seen=files.stamp,
            done=f"随“{dossier.name}”的档案包放入了对照检查的方面",
        )
    except (SettingsOvertaken, api.DuizhaoError):
        return False
    return True
