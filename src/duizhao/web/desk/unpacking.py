"""An archive put in: its files take its place."""

from __future__ import annotations

from collections.abc import Callable

from duizhao import api
from duizhao.web.desk import actions, reading
from duizhao.web.desk.models import DeskFile, Version
from duizhao.web.desk.words import left_packed
from duizhao.web.stored_files import load, remove, store


def unpack(archive: DeskFile, version: Version, read_later: Callable[[DeskFile], object]) -> None:
    """Put the files of an archive in its place, and read those that are quick to read.

    What could not be unpacked is named in the row of the archive, which then stays.
    """
    stored: list[tuple[str, str]] = []
    left: list[tuple[str, str]] = []
    try:
        for each in api.unpack(load(version.content), archive.name):
            if each.reason:
                left.append((each.name, each.reason))
            else:
                stored.append((each.name, store(each.data)))
    except api.UnreadableDocument as fault:
        for _, key in stored:
            remove(key)
        actions.refuse(file=archive, reason=fault.reason)
        return
    reason = left_packed(left) if stored or left else "压缩包里没有文件"
    made = actions.replace_archive(
        archive=archive, files=stored, reason=reason, also=_when_slow(read_later)
    )
    for file in made:
        if (last := file.versions.last()).suffix not in reading.SLOW_SUFFIXES:
            reading.read_version(file, last)


def _when_slow(read_later: Callable[[DeskFile], object]) -> Callable[[DeskFile], None]:
    def also(file: DeskFile) -> None:
        if file.versions.last().suffix in reading.SLOW_SUFFIXES:
            read_later(file)

    return also
