"""Files of older formats, converted together: a start of LibreOffice or Word takes longer than a file.

A file that the program cannot open, that stops it or keeps it too long costs the others nothing but time.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from duizhao.read import sniff
from duizhao.read.converted_folder import ConvertedFolder
from duizhao.read.limits import MAX_OFFICE_BYTES, OFFICE_SECONDS
from duizhao.text import value

FILES_IN_A_CALL = 32
MAX_CALL_BYTES = 4 * MAX_OFFICE_BYTES
MAX_STOPS = 3
"""Calls that may be stopped by a file; what is then left is converted one by one, each with its own time."""
PLAIN = frozenset((".txt", ".md", ".pdf"))
"""Suffixes of files that are never converted; a file called .docx may be of an older format."""


@value
class _OldFile:
    path: Path
    kind: str
    size: int


@contextmanager
def converted_together(paths: Iterable[Path]) -> Iterator[ConvertedFolder | None]:
    """The .docx of all files of older formats among `paths`, while the block runs; None for fewer than two of them."""
    likely = [path for path in paths if path.suffix.lower() not in PLAIN]
    if len(likely) < 2:
        yield None
        return
    # Imported here: a text file does not wait for lxml.
    import tempfile

    from duizhao.read import old_format

    files = list(_old_files(likely, old_format.KINDS))
    if len(files) < 2 or not any(old_format.converters(file.kind) for file in files):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="duizhao-", ignore_cleanup_errors=True) as folder:
        converted = ConvertedFolder(Path(folder))
        for kind, group in groupby(
            sorted(files, key=lambda file: file.kind), lambda file: file.kind
        ):
            for some in _calls(list(group)):
                _convert_all(some, kind, converted)
        yield converted


def _old_files(paths: Iterable[Path], kinds: Container[str]) -> Iterator[_OldFile]:
    """The files of these kinds. What cannot be opened here is reported where it is read."""
    for path in paths:
        try:
            size = path.stat().st_size if path.is_file() else 0
            if not 0 < size <= MAX_OFFICE_BYTES:
                continue
            with path.open("rb") as file:
                kind = sniff.kind(file.read(sniff.HEAD))
        except OSError:
            continue
        if kind in kinds:
            yield _OldFile(path, kind, size)


def _calls(files: Sequence[_OldFile]) -> Iterator[list[_OldFile]]:
    """The files in portions for one call each."""
    call: list[_OldFile] = []
    room = MAX_CALL_BYTES
    for file in files:
        if call and (len(call) == FILES_IN_A_CALL or file.size > room):
            yield call
            call, room = [], MAX_CALL_BYTES
        call.append(file)
        room -= file.size
    if call:
        yield call


def _convert_all(files: Sequence[_OldFile], kind: str, converted: ConvertedFolder) -> None:
    """Convert files of one kind, and put what comes of each into the folder."""
    from duizhao.read.old_format import converters

    programs = converters(kind)
    if not programs:
        return
    # What the first cannot open is tried with the next one where it is read.
    is_last = len(programs) == 1
    data = [content for content in map(_content, files) if content is not None]
    for _ in range(MAX_STOPS):
        made, is_whole = programs[0].convert(data, kind, OFFICE_SECONDS)
        for content, docx in zip(data, made, strict=True):
            if docx is not None or (is_whole and is_last):
                converted.put(content, docx)
        if is_whole:
            return
        # It went through the files in order: the first that has no copy stopped it, and is left for its own call.
        stopped = made.index(None) if None in made else len(made)
        data = data[stopped + 1 :]
        if not data:
            return


def _content(file: _OldFile) -> bytes | None:
    try:
        return file.path.read_bytes()
    except OSError:
        return None
