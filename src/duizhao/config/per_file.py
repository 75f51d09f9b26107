"""The files that a setting means: globs that count from the folder of the configuration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from duizhao.config.choose import codes
from duizhao.config.model import Config
from duizhao.lint import Rule

EVERY_FILE = "*"


def is_excluded(path: Path, config: Config) -> bool:
    """Does `exclude` match this file or a folder that it is in?"""
    return bool(config.exclude) and _matches(path, config.exclude, config.folder)


def is_given(path: Path | None, config: Config) -> bool:
    """Is this file to be taken for a statement, whatever it looks like? A text without a path is if every file is."""
    globs = config.as_statement
    if path is None:
        return EVERY_FILE in globs
    return bool(globs) and _matches(path, globs, config.folder)


class PerFile:
    """The codes that `per-file` silences, by file."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._folder = config.folder
        self._silenced = [
            (glob, codes(rules, selectors, f"per-file.{glob}"))
            for glob, selectors in config.per_file.items()
        ]

    def silenced(self, path: Path | None) -> frozenset[str]:
        """The codes that are not reported for `path`; none for a text without a path."""
        if path is None or not self._silenced:
            return frozenset()
        return frozenset().union(
            *(found for glob, found in self._silenced if _matches(path, (glob,), self._folder))
        )


def _matches(path: Path, globs: Iterable[str], folder: Path) -> bool:
    path, folder = path.absolute(), folder.absolute()
    inside = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
    places = [each.as_posix() for each in (inside, *inside.parents)][:-1]
    names = [*places, *inside.parts]
    return any(fnmatchcase(name, glob.rstrip("/")) for name in names for glob in globs)
