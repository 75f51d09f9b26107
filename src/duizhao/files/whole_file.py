"""Writes a file whole or not at all, with a backup of the old one if asked for."""

from __future__ import annotations

import itertools
import os
from contextlib import suppress
from pathlib import Path

from duizhao.errors import Unwritable


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step: a reader sees the old file or the new one, never a part of either.

    An existing file keeps its permissions, and a link its target; a pipe or a device is written to directly.
    Raises Unwritable.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as fault:
        raise Unwritable(f"{path}：无法写入（{_reason(fault)}）") from fault


def write_in_place(path: Path, data: bytes) -> Path:
    """Write `data` to `path` as `write_whole` does, and the old file to a backup. Returns the backup.

    Its name is `<name>.bak`, or `.bak2`, `.bak3` … if that is taken: no earlier backup is lost.
    Raises Unwritable; the file is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        old = target.read_bytes()
    except OSError as fault:
        raise Unwritable(f"{path}：读不出原件，无法备份（{_reason(fault)}）") from fault
    backup = _free(target)
    write_whole(backup, old)
    with suppress(OSError):
        os.chmod(backup, _mode(target))
    write_whole(path, data)
    return backup


def _free(target: Path) -> Path:
    """The first name for a backup that is free."""
    for count in itertools.count(1):
        backup = target.with_name(f"{target.name}.bak{count if count > 1 else ''}")
        if not os.path.lexists(backup):
            break
    return backup


def _replace(target: Path, data: bytes) -> None:
    # Imported here: most runs write no file, and the import takes longer than the check of a text.
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The permissions of the existing file, or those that a new file gets."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _reason(fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return "上级文件夹不存在，请先建立"
    if isinstance(fault, PermissionError):
        return "没有写入权限，请换一个位置"
    if isinstance(fault, IsADirectoryError):
        return "这是一个文件夹，请给出文件名"
    return fault.strerror or str(fault)
