"""Puts a backup back into an empty data folder."""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from duizhao.errors import DuizhaoError, Unwritable
from duizhao.os_reason import reason_of
from duizhao.version import __version__
from duizhao.web.backup.form import DUMP, MANIFEST, UNFINISHED, BackupManifest
from duizhao.web.backup.records import put_back_dump
from duizhao.web.data_folder import PRIVATE_FILE, PRIVATE_FOLDER, DataFolder
from duizhao.web.database import keep_address


def restore_backup(archive: Path, folder: DataFolder, database: str | None) -> BackupManifest:
    """Put back what a backup holds, all or nothing. Raises DuizhaoError.

    `database` is the address of an empty PostgreSQL database, for a backup that was made of one.
    """
    if folder.root.exists() and any(folder.root.iterdir()):
        raise DuizhaoError(f"{folder.root}：这个文件夹里已经有东西；请恢复到一个空的文件夹")
    making = folder.root.with_name(folder.root.name + UNFINISHED)
    try:
        with ZipFile(archive) as package:
            manifest = _manifest(package, archive)
            _refuse_newer(manifest)
            if manifest.has_dump and not database:
                raise DuizhaoError(
                    "这份备份的记录在 PostgreSQL 里：请用 --database 写一个空库的地址"
                )
            shutil.rmtree(making, ignore_errors=True)
            _unpack(package, manifest, making)
        if manifest.has_dump:
            _put_into(making, database or "")
        DataFolder(making).restored.touch(PRIVATE_FILE)
        if folder.root.exists():
            folder.root.rmdir()
        making.rename(folder.root)
    except (BadZipFile, EOFError) as fault:
        raise DuizhaoError(f"{archive}：不是备份，或者没有复制完整") from fault
    except OSError as fault:
        raise Unwritable(f"没有恢复成，{reason_of(fault)}") from fault
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return manifest


def _manifest(package: ZipFile, archive: Path) -> BackupManifest:
    try:
        return BackupManifest.from_json(package.read(MANIFEST))
    except KeyError:
        raise DuizhaoError(f"{archive}：这不是对照的备份，里面没有“{MANIFEST}”") from None


def _refuse_newer(manifest: BackupManifest) -> None:
    if _number(manifest.program) > _number(__version__):
        raise DuizhaoError(
            f"这份备份是对照 {manifest.program} 做的，这个是旧的（{__version__}）；请用新的那一个恢复"
        )


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split(".") if each.isdigit())


def _unpack(package: ZipFile, manifest: BackupManifest, into: Path) -> None:
    for name, digest in manifest.digests.items():
        place = PurePosixPath(name)
        if place.is_absolute() or ".." in place.parts or "\\" in name or ":" in name:
            raise DuizhaoError(f"备份里的“{name}”不在数据文件夹里，没有恢复")
        try:
            data = package.read(name)
        except KeyError:
            raise DuizhaoError(f"备份里缺“{name}”，没有恢复") from None
        if sha256(data).hexdigest() != digest:
            raise DuizhaoError(f"备份里的“{name}”和做备份时不一样，没有恢复")
        path = into / place
        path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _put_into(making: Path, database: str) -> None:
    made = DataFolder(making)
    keep_address(made, database)
    put_back_dump(making / DUMP, made)
    (making / DUMP).unlink()
