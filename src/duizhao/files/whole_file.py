"""Writes a file whole or not at all, with a backup of the old one if asked for."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from duizhao.errors import Unwritable, UnwritablePlace
from duizhao.operating_system import real_path, replace
from duizhao.os_reason import IN_USE, is_of_place, reason_of

NO_FOLDER = "上级文件夹不存在，请先建立"
IN_USE_OR_LEFT = f"{{}}：{IN_USE}；没有打开的，删去旁边的 {{}} 再试"
LOCK_FILES = ("~${}", ".~lock.{}#", ".~{}")
"""The lock files that Excel, LibreOffice and WPS create next to an open file; Word replaces up to two characters."""


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step: a reader sees the old file or the new one, never a part of either.

    An existing file keeps its permissions, and a link its target; a pipe or a device is written to directly.
    Raises Unwritable, UnwritablePlace where nothing can be written.
    """
    target = real_path(path)
    with written_for_people(path):
        if is_special(target):
            target.write_bytes(data)
        else:
            with _new_file(target, data) as made:
                _replace(made, target)


def write_in_place(path: Path, data: bytes) -> Path:
    """Write `data` to `path` as `write_whole` does, and keep the old file as a backup. Returns the backup.

    Its name is `<name>.bak`, or `.bak2`, `.bak3` … if that is taken: no earlier backup is lost.
    Raises Unwritable; the file is then as it was.
    """
    target = real_path(path)
    with written_for_people(path), _new_file(target, data) as made:
        backup = _kept(target)
        try:
            _replace(made, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(backup)
            raise
    # As the user named the folder, unless a link led out of it.
    is_there = os.path.samefile(path.parent, target.parent)
    return path.with_name(backup.name) if is_there else backup


@contextmanager
def written_for_people(path: Path, failed: str = "写不进去") -> Iterator[None]:
    """Raises Unwritable with what `failed`, and the reason in Chinese, where the system refuses."""
    try:
        yield
    except OSError as fault:
        kind = UnwritablePlace if is_of_place(fault) else Unwritable
        reason = reason_of(fault, ENOENT=NO_FOLDER)
        raise kind(f"{path}：{failed}，{reason}") from fault


def is_special(target: Path) -> bool:
    """Is it a pipe or a device?"""
    return target.exists() and not target.is_file() and not target.is_dir()


def _kept(target: Path) -> Path:
    """Give the old file a second name in its folder, the first free one; a copy where the disk has no such names."""
    for count in itertools.count(1):
        backup = target.with_name(f"{target.name}.bak{count if count > 1 else ''}")
        try:
            os.link(target, backup)
        except FileExistsError:
            continue
        except OSError:
            if os.path.lexists(backup):
                continue
            with _new_file(backup, target.read_bytes(), like=target) as made:
                replace(made, backup)
        break
    return backup


@contextmanager
def _new_file(target: Path, data: bytes, like: Path | None = None) -> Iterator[str]:
    """A file in the folder of `target` that holds the data, gone afterwards if nobody has renamed it."""
    # Imported here: most runs write no file, and the import takes longer than the check of a text.
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(like or target))
        yield name
    finally:
        with suppress(OSError):
            os.unlink(name)


def _replace(made: str, target: Path) -> None:
    """Let the new file take the name of the old one. Raises Unwritable where another program holds that open."""
    lock = lock_file(target)
    if lock is not None:
        raise Unwritable(IN_USE_OR_LEFT.format(target, lock.name))
    try:
        replace(made, target)
    except PermissionError as fault:
        if not target.is_file():
            raise
        # The new file could be made in the same folder, so that it is the old one that cannot be moved.
        raise Unwritable(f"{target}：{IN_USE}") from fault


def lock_file(target: Path) -> Path | None:
    """The file by which an office program shows that it has `target` open."""
    if not target.is_file():
        return None
    cut = len(target.stem) - 6
    names = {form.format(target.name) for form in LOCK_FILES}
    names |= {f"~${target.name[min(2, max(0, cut)) :]}"}
    found = (target.with_name(name) for name in sorted(names))
    return next((each for each in found if each.is_file()), None)


def _mode(target: Path) -> int:
    """The permissions of the existing file, or those that a new file gets."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
