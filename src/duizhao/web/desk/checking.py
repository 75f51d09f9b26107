"""The checker of the site, made of its settings, and made anew when they change."""

from __future__ import annotations

import os
import tempfile
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from duizhao import api
from duizhao.web.data_folder import DataFolder
from duizhao.web.desk.settings_files import SettingsFiles, signs_of_change


@dataclass(frozen=True, slots=True)
class SiteChecker:
    """A checker with the settings it was made of.

    `fault` is why the settings cannot be used, and the checker that of the program as shipped; else it is empty.
    """

    checker: api.Checker
    stamp: str
    fault: str = ""

    @classmethod
    def from_folder(cls, folder: DataFolder) -> SiteChecker:
        stamp = SettingsFiles.from_folder(folder).stamp
        try:
            return cls(api.Checker(config_of(folder)), stamp)
        except api.DuizhaoError as fault:
            return cls(api.default_checker(), stamp, str(fault))


_LOCK = threading.Lock()
_MADE: dict[object, SiteChecker] = {}
"""The last one, by the signs of the files it was made of."""


def site_checker() -> SiteChecker:
    """The checker of the settings as they are now. Threads share it."""
    folder = settings.DATA_FOLDER
    signs = (folder, signs_of_change(folder))
    found = _MADE.get(signs)
    if found is None:
        # Whoever comes second waits, and finds what the first has made.
        with _LOCK:
            found = _MADE.get(signs)
            if found is None:
                found = SiteChecker.from_folder(folder)
                _MADE.clear()
                _MADE[signs] = found
    return found


def checker() -> api.Checker:
    """The checker of the settings as they are now."""
    return site_checker().checker


def stamp() -> str:
    """What facts carry that were computed with the settings as they are now."""
    return site_checker().stamp


def fault_of(files: SettingsFiles) -> str:
    """Why these settings cannot be used, in words for the user; empty if they can."""
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place))
        folder.make()
        files.write(folder)
        try:
            api.Checker(config_of(folder)).close()
        except api.DuizhaoError as fault:
            return api.fault_of_form(str(fault).replace(f"{folder.root}{os.sep}", ""))
    return ""


def config_of(folder: DataFolder) -> api.Config:
    """The configuration in a data folder. Raises BadConfiguration."""
    path = folder.configuration
    config = api.load_config(path if path.is_file() else None)
    fonts = config.fonts or folder.fonts
    return replace(config, profiles=folder.profiles, folder=folder.root, fonts=fonts)
