"""The settings of the site as files in its data folder, which the program reads as it reads any other configuration."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from duizhao.errors import Unwritable
from duizhao.os_reason import reason_of
from duizhao.version import __version__
from duizhao.web.data_folder import PRIVATE_FOLDER, DataFolder, write_private

CONFIGURATION, LAYOUT, WORDING, PROFILES = "duizhao.toml", "版式.toml", "本单位提法.txt", "profiles"
STAMP_CHARACTERS = 16
SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class SettingsFiles:
    """The texts of all files of settings, by their paths in the data folder."""

    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_folder(cls, folder: DataFolder) -> SettingsFiles:
        """What is set now. A file that is no text counts as one that nobody can read."""
        return cls(
            {
                path.relative_to(folder.root).as_posix(): path.read_text(
                    encoding="utf-8-sig", errors="replace"
                )
                for path in _paths(folder)
            }
        )

    @property
    def stamp(self) -> str:
        """The same for the same settings of the same version of the program."""
        digest = hashlib.sha256(__version__.encode())
        for name, text in sorted(self.texts.items()):
            digest.update(f"\0{name}\0{text}".encode("utf-8", "replace"))
        return digest.hexdigest()[:STAMP_CHARACTERS]

    @property
    def profiles(self) -> dict[str, str]:
        """The texts of the profiles by id."""
        paths = {PurePosixPath(name): text for name, text in self.texts.items()}
        return {path.stem: text for path, text in paths.items() if path.parent.name == PROFILES}

    def with_texts(self, changes: Mapping[str, str | None]) -> SettingsFiles:
        """These files with others in their place; None removes one."""
        texts = {**self.texts, **changes}
        return replace(self, texts={name: text for name, text in texts.items() if text})

    def only_profiles(self) -> SettingsFiles:
        """These files without all that is set, except the profiles."""
        return self.with_texts(dict.fromkeys((CONFIGURATION, LAYOUT, WORDING)))

    @property
    def own_words(self) -> dict[str, str]:
        """All that is set, except the profiles."""
        return {
            name: text
            for name, text in self.texts.items()
            if PurePosixPath(name).parent.name != PROFILES
        }

    def portable(self) -> dict[str, str]:
        """The files for another program, with the place of the profiles written in."""
        texts = {CONFIGURATION: "", **self.texts}
        if self.profiles:
            texts[CONFIGURATION] = f'profiles = "{PROFILES}"\n{texts[CONFIGURATION]}'
        return texts

    def write(self, folder: DataFolder) -> None:
        """Make the folder hold just these files. What others name is written before them, and removed after them.

        Raises Unwritable.
        """
        try:
            self._write(folder)
        except OSError as fault:
            raise Unwritable(f"设置没有存下来，{reason_of(fault)}") from fault

    def _write(self, folder: DataFolder) -> None:
        for name in sorted(self.texts, key=lambda name: name == CONFIGURATION):
            path = folder.root / name
            path.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            write_private(path, self.texts[name])
        for path in _paths(folder):
            if path.relative_to(folder.root).as_posix() not in self.texts:
                path.unlink()


def signs_of_change(folder: DataFolder) -> tuple[tuple[str, int, int, int], ...]:
    """What differs once a file was written anew: cheaper than to read all of them."""
    found = ((path, path.stat()) for path in _paths(folder))
    return tuple((str(path), sign.st_ino, sign.st_mtime_ns, sign.st_size) for path, sign in found)


def profile_path(id: str) -> str:
    """The path of a profile in the data folder."""
    return f"{PROFILES}/{id}{SUFFIX}"


def _paths(folder: DataFolder) -> list[Path]:
    own = [folder.root / name for name in (CONFIGURATION, LAYOUT, WORDING)]
    return [
        *(path for path in own if path.is_file()),
        *sorted(path for path in folder.profiles.glob(f"*{SUFFIX}") if path.is_file()),
    ]
