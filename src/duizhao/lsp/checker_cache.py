"""A checker for each configuration, made when it is first needed, and again when its file has changed."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from duizhao import api

Stamp = tuple[Path | None, int, int]
"""A configuration on the disk: its file, the time of its last change in nanoseconds, its size in bytes."""


class CheckerCache:
    """Keeps checkers, which are costly to make. While a configuration has a fault, its last checker is used."""

    def __init__(self) -> None:
        self._made: dict[Path, tuple[Stamp, api.Checker]] = {}

    @cached_property
    def plain(self) -> api.Checker:
        """For texts without a configuration, and for those with a fault in their first one."""
        return api.Checker()

    def get(self, folder: Path | None) -> tuple[api.Checker, str]:
        """The checker for texts in `folder`, and the fault of their configuration in one line, empty if it has none."""
        if folder is None:
            return self.plain, ""
        stamp, made = self._made.get(folder, (None, self.plain))
        try:
            now = _stamp(api.find_config(folder))
            if now != stamp:
                last, made = made, api.Checker(api.load_config(now[0])) if now[0] else self.plain
                self._made[folder] = now, made
                last.close()
        except api.DuizhaoError as fault:
            return made, f"{fault}；改好之前按{'原先的' if stamp else '默认'}配置检查"
        return made, ""

    def forget(self) -> None:
        """Make every checker again when it is next needed: files that configurations name may have changed."""
        self._made = {folder: ((None, 0, 0), made) for folder, (_, made) in self._made.items()}


def _stamp(path: Path | None) -> Stamp:
    if path is None:
        return None, 0, 0
    found = path.stat()
    return path, found.st_mtime_ns, found.st_size
