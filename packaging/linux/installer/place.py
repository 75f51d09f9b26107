"""Where things lie that are installed for one user."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """The folder of the program, that of commands, and that of what a desktop shows."""

    home: Path
    commands: Path
    shown: Path

    @classmethod
    def of_user(cls) -> Place:
        user = Path.home()
        home = os.environ.get("DUIZHAO_HOME") or user / ".local" / "lib" / "duizhao"
        shown = os.environ.get("XDG_DATA_HOME") or user / ".local" / "share"
        return cls(Path(home).absolute(), user / ".local" / "bin", Path(shown).absolute())

    @property
    def current(self) -> Path:
        """The version that is used: a link, which an update turns in one step."""
        return self.home / "current"

    @property
    def command(self) -> Path:
        return self.commands / "duizhao"

    @property
    def desk(self) -> Path:
        """Opens the desk without a terminal."""
        return self.home / "open-desk.sh"

    @property
    def uninstaller(self) -> Path:
        return self.home / "uninstall.sh"

    @property
    def entry(self) -> Path:
        return self.shown / "applications" / "duizhao.desktop"

    @property
    def icon(self) -> Path:
        return self.shown / "icons" / "hicolor" / "256x256" / "apps" / "duizhao.png"

    @property
    def data(self) -> Path:
        """What was put in and recorded, which stays."""
        return self.shown / "duizhao"

    def command_to_type(self) -> str:
        """The command as it is typed: whole, where the shell would not find its name."""
        return (
            "duizhao desk"
            if shutil.which("duizhao") == str(self.command)
            else f"{self.command} desk"
        )
