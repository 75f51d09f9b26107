"""Which files a setting means: globs, counted from the configuration's folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from duizhao.config.choose import codes
from duizhao.config.model import Config
from duizhao.lint import Rule


def is_excluded(path: Path, config: Config) -> bool:
    """Whether `exclude` names this file or a folder it stands in."""
    return bool(config.exclude) and _matches(path, config.exclude, config.folder)


class PerFile:
    """The codes silenced for each file, by `per-file`."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._folder = config.folder
        self._silenced = [
            (glob, codes(rules, selectors, f"per-file.{glob}"))
            for glob, selectors in config.per_file.items()
        ]

    def silenced(self, path: Path | None) -> frozenset[str]:
        """The codes not to be reported for `path`; none for a text without one."""
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
