"""Files and folders → the files to read, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from duizhao.errors import UnreadableDocument

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
    """Every file under `paths`, each once: a named file with any suffix, in folders only files with known suffixes.

    Hidden files, Word's lock files (~$…), linked folders, and a PDF beside a file of the same name, which is its print,
    are skipped inside a folder. An entry with the name of a document that is no file (a link that leads nowhere, a
    pipe) and a folder that cannot be listed are yielded, so that reading them reports why. Raises UnreadableDocument
    for a path that does not exist.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        if not os.path.lexists(path):
            raise UnreadableDocument(path, "文件或文件夹不存在，请检查路径")
        for file in _files(path) if path.is_dir() else (path,):
            if file not in seen:
                seen.add(file)
                yield file


def prints_in(folders: Iterable[Path]) -> Iterator[Path]:
    """The PDFs in folders that `walk` skips, because the file that they are a print of stands beside them."""
    for folder in folders if reads_pdf() else ():
        for place, _, names in os.walk(folder):
            originals = _originals(names)
            for name in sorted(names):
                stem, suffix = _parted(name)
                if suffix == PDF and stem in originals:
                    yield Path(place, name)


def _files(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    known = readable_suffixes()
    originals = _originals(entry.name for entry in entries)
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder / entry.name)
            continue
        stem, suffix = _parted(entry.name)
        if suffix not in known or (suffix == PDF and stem in originals):
            continue
        if not _is_linked_folder(entry):
            yield folder / entry.name


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
