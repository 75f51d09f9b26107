"""Makes a backup while the site runs."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from duizhao.errors import DuizhaoError, Unwritable
from duizhao.operating_system import delete, replace
from duizhao.os_reason import reason_of
from duizhao.version import __version__
from duizhao.web.backup.form import LEFT_OUT, MANIFEST, RECORDS, UNFINISHED, BackupManifest
from duizhao.web.backup.records import copy_records
from duizhao.web.data_folder import PRIVATE_FILE, DataFolder

TRIES = 5
SHOWN_EVERY = 500
FAST = 1
"""The level of compression: most of what lies here is compressed already."""

Say = Callable[[str], None]


class _Changed(Exception):
    """Something that was there is gone: whoever removed it wants it in no backup."""


def make_backup(folder: DataFolder, target: Path, say: Say) -> BackupManifest:
    """Copy records, files and settings of a data folder into a .zip. Raises DuizhaoError; then nothing is left of it.

    What is removed while it is made is not in it: it begins anew. The keys of open rounds are never in it.
    """
    if target.exists():
        raise Unwritable(f"{target}：已经有这个文件，请换一个名字")
    making = target.with_name(target.name + UNFINISHED)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as aside:
            for _ in range(TRIES):
                try:
                    manifest = _write(folder, making, Path(aside), say)
                except _Changed:
                    continue
                replace(making, target)
                return manifest
        raise DuizhaoError("备份时一直有人在移除材料，没有做成；请过一会儿再做")
    except OSError as fault:
        raise Unwritable(f"{target}：备份写不进去，{reason_of(fault)}") from fault
    finally:
        delete(making)


def _write(folder: DataFolder, making: Path, aside: Path, say: Say) -> BackupManifest:
    before = set(_kept(folder))
    records = copy_records(folder, aside)
    # Files are written once, before the record that names them: those of these records are all here now.
    names = sorted(_kept(folder))
    _refuse_gone(before, names)
    now = datetime.now().isoformat(timespec="seconds")
    manifest = BackupManifest(__version__, now, any(folder.round_keys.glob("*")))
    opened = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
    with os.fdopen(opened, "wb") as file:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=FAST) as package:
            _add(package, manifest, records.name, records)
            for number, name in enumerate(names, 1):
                _add(package, manifest, name, folder.root / name)
                if number % SHOWN_EVERY == 0:
                    say(f"已备份 {number}/{len(names)} 个文件")
            package.writestr(MANIFEST, manifest.to_json())
        file.flush()
        os.fsync(file.fileno())
    _refuse_gone(set(names), list(_kept(folder)))
    return manifest


def _kept(folder: DataFolder) -> Iterator[str]:
    """The places of all files that belong into a backup, below the data folder."""
    for path in folder.root.rglob("*"):
        place = path.relative_to(folder.root)
        is_other = place.parts[0] in LEFT_OUT or place.name.endswith(UNFINISHED)
        # The database and its journal are copied by the database itself.
        if not is_other and not place.name.startswith(RECORDS) and path.is_file():
            yield place.as_posix()


def _refuse_gone(before: set[str], now: list[str]) -> None:
    if before - set(now):
        raise _Changed


def _add(package: ZipFile, manifest: BackupManifest, name: str, path: Path) -> None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _Changed from None
    manifest.digests[name] = sha256(data).hexdigest()
    package.writestr(name, data)
