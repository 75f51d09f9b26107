"""Files and folders → the files to read, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from duizhao.errors import UnreadableDocument
from duizhao.operating_system import LongPath
from duizhao.read.own_output import own_output
from duizhao.read.passed_over import (
    LINKED_FOLDER,
    PDF_WITHOUT_READER,
    PRINT,
    PassedOver,
    UnreadKind,
    is_silent,
    unread_kind,
)

SUFFIXES = frozenset((".txt", ".md", ".docx", ".doc", ".wps", ".rtf", ".odt"))
"""The suffixes of files that the core install reads, some of them with LibreOffice."""
PDF = ".pdf"


@cache
def reads_pdf() -> bool:
    """Is the extra that reads PDF installed?"""
    try:
        return find_spec("pypdfium2") is not None
    except ModuleNotFoundError:
        # A finder that blocks modules may raise instead of finding nothing.
        return False


def readable_suffixes() -> frozenset[str]:
    """The suffixes of the files that are read in folders: `.pdf` is one of them if the extra is installed."""
    return SUFFIXES | {PDF} if reads_pdf() else SUFFIXES


def walk(paths: Iterable[Path | str]) -> Iterator[Path]:
    """Every file under `paths` that is to be read, each once, as `survey` finds them."""
    return (found for found in survey(paths) if isinstance(found, Path))


def survey(paths: Iterable[Path | str]) -> Iterator[Path | PassedOver]:
    """Every file under `paths`, each once: those to be read as paths, the others of folders with the reason.

    A named file is read whatever its suffix, in folders only files with known suffixes. Files that nobody asks for
    (hidden ones, Word's lock files, backups) are left out in silence. An entry with the name of a document that is no
    file (a link that leads nowhere, a pipe) and a folder that cannot be listed are yielded as paths, so that reading
    them reports why. Raises UnreadableDocument for a path that does not exist.
    """
    seen: set[Path] = set()
    for path in map(LongPath, paths):
        if not os.path.lexists(path):
            raise UnreadableDocument(path, "文件或文件夹不存在，请检查路径")
        for found in _files(path) if path.is_dir() else (path,):
            file = found if isinstance(found, Path) else found.path
            if file not in seen:
                seen.add(file)
                yield found


def _files(folder: Path) -> Iterator[Path | PassedOver]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    originals = _originals(entry.name for entry in entries)
    for entry in entries:
        if is_silent(entry.name):
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path)
        elif _is_linked_folder(entry):
            yield PassedOver.of_kind(path, LINKED_FOLDER)
        else:
            yield _judged(path, entry.name, originals)


def _judged(path: Path, name: str, originals: Container[str]) -> Path | PassedOver:
    """A file of a folder, or why it is not read."""
    if ours := own_output(path, _parted(name)[1], SUFFIXES):
        return ours
    kind = _kind_unread(name, originals)
    return PassedOver.of_kind(path, kind) if kind else path


def _kind_unread(name: str, originals: Container[str]) -> UnreadKind | None:
    """Why a file of this name is not read; None for one that is."""
    stem, suffix = _parted(name)
    if suffix == PDF:
        if stem in originals:
            # It is a print of the Word file next to it.
            return PRINT
        return None if reads_pdf() else PDF_WITHOUT_READER
    return None if suffix in SUFFIXES else unread_kind(suffix)


def _originals(names: Iterable[str]) -> frozenset[str]:
    """The names, without suffix, of the files that a PDF may be a print of."""
    return frozenset(stem for stem, suffix in map(_parted, names) if suffix in SUFFIXES)


def _parted(name: str) -> tuple[str, str]:
    """The name of a file without its suffix, and the suffix in lower case."""
    stem, suffix = os.path.splitext(name)
    return stem, suffix.lower()


def _is_linked_folder(entry: os.DirEntry[str]) -> bool:
    """Is it a link to a folder? Such links are not followed: they may lead in a circle."""
    try:
        return entry.is_dir()
    except OSError:
        return False
