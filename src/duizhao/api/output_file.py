"""The one place that writes: what stood there is kept unless we wrote it and nobody has changed it since."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

from duizhao.config import Known, baseline_text
from duizhao.errors import Unwritable
from duizhao.files import folder_made, write_in_place, write_whole
from duizhao.files.marked_text import read_text_mark, with_text_mark
from duizhao.operating_system import real_path
from duizhao.output_mark import OutputKind, OutputMark
from duizhao.text import value

PACKAGE = b"PK"


@value
class WrittenFile:
    """A file that was written; `backup` is the file that stood there, if it was kept."""

    path: Path
    backup: Path | None = None


def write_output(
    path: Path, data: str | bytes, kind: OutputKind, *, makes_folders: bool = False
) -> WrittenFile:
    """Write a result with our mark, whole or not at all.

    What stands there goes to a numbered backup in the same folder, unless it is ours of this kind and nobody has
    changed it, or holds the same already. `makes_folders`: make the folders above it, too.

    Raises Unwritable, UnwritablePlace.
    """
    content = data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace")
    target = real_path(path)
    if target.exists() and not target.is_file():
        write_whole(path, content)
        return WrittenFile(path)
    if not content.startswith(PACKAGE):
        content = with_text_mark(content, kind)
    with folder_made(target.parent) if makes_folders else nullcontext():
        if not target.is_file() or _is_ours(target, kind) or _holds(target, content):
            write_whole(path, content)
            return WrittenFile(path)
        return WrittenFile(path, write_in_place(path, content))


def write_original(path: Path, data: bytes) -> WrittenFile:
    """Write a document that was read back into its file, and keep what it was. Raises Unwritable, UnwritablePlace."""
    return WrittenFile(path, write_in_place(path, data))


def write_baseline(path: Path, known: Known) -> WrittenFile:
    """Record findings, in a stable order. Raises Unwritable."""
    return write_output(path, baseline_text(known), OutputKind.BASELINE)


def read_mark(path: Path) -> OutputMark | None:
    """The mark by which a file of ours is known; None for any other file, or one that cannot be read."""
    # Opening a pipe may wait for ever.
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            is_package = file.read(len(PACKAGE)) == PACKAGE
    except OSError:
        return None
    if not is_package:
        return read_text_mark(path)
    # Imported here: a text report does not wait for lxml.
    from duizhao.office.marked_package import read_mark

    return read_mark(path)


def refuse_inputs(outputs: Iterable[Path], inputs: Iterable[Path], advice: str = "") -> None:
    """Raises Unwritable where an output is one of the files that are read, through whatever path, link or spelling."""
    read = {identity for each in inputs if (identity := file_identity(each))}
    for output in outputs:
        if file_identity(output) in read:
            raise Unwritable(f"{output} 就是要读的文件，不能写在它上面；请换一个文件名{advice}")


def file_identity(path: Path) -> tuple[int, int] | None:
    """A key that all paths to one file share; None if there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_ours(target: Path, kind: OutputKind) -> bool:
    mark = read_mark(target)
    return mark is not None and mark.kind is kind and not mark.is_changed


def _holds(target: Path, content: bytes) -> bool:
    return target.stat().st_size == len(content) and target.read_bytes() == content
