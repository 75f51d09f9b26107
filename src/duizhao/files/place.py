"""Where outputs go: asked before the work is done, so that a run ends with one message and leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from duizhao.errors import Unwritable
from duizhao.files.whole_file import (
    IN_USE_OR_LEFT,
    NO_FOLDER,
    is_special,
    lock_file,
    written_for_people,
)
from duizhao.operating_system import real_path


def refuse_unwritable(targets: Iterable[Path], *, makes_folders: bool = False) -> None:
    """Raises Unwritable, or UnwritablePlace, where one of these files could not be written now.

    `makes_folders`: will folders that are not there yet be made?
    """
    probed: set[Path] = set()
    for path in targets:
        target = real_path(path)
        with written_for_people(path):
            if is_special(target):
                continue
            if target.is_dir():
                raise Unwritable(f"{path}：这是一个文件夹，请给出文件名")
            if lock := lock_file(target):
                raise Unwritable(IN_USE_OR_LEFT.format(path, lock.name))
            # A name that the disk does not take is refused here; one that is free is not.
            with suppress(FileNotFoundError):
                os.lstat(target)
        folder = _nearest(target.parent)
        if folder != target.parent and not makes_folders:
            raise Unwritable(f"{path}：{NO_FOLDER}")
        if folder not in probed:
            probed.add(folder)
            _probe(folder, path if folder == target.parent else folder)


@contextmanager
def folder_made(folder: Path) -> Iterator[None]:
    """The folder, with those above it; what was made is gone again if nothing was written. Raises Unwritable."""
    with without_empty_folders([folder]):
        with written_for_people(folder, "建不了这个文件夹"):
            folder.mkdir(parents=True, exist_ok=True)
        yield


@contextmanager
def without_empty_folders(folders: Iterable[Path]) -> Iterator[None]:
    """If work on these folders fails, those that came to be meanwhile and are empty are gone, whoever made them."""
    missing = {
        each for folder in folders for each in (folder, *folder.parents) if not each.exists()
    }
    try:
        yield
    except BaseException:
        for each in sorted(missing, key=lambda each: len(each.parts), reverse=True):
            with suppress(OSError):
                each.rmdir()
        raise


def _nearest(folder: Path) -> Path:
    """The folder itself, or the first above it that is there."""
    return next(each for each in (folder, *folder.parents) if os.path.lexists(each))


def _probe(folder: Path, shown: Path) -> None:
    import tempfile

    with written_for_people(shown):
        handle, name = tempfile.mkstemp(prefix=".duizhao.", dir=folder)
        os.close(handle)
        os.unlink(name)
