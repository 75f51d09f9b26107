"""A folder of Word files that a converter made before they are asked for, in this process or another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from duizhao.text import value


@value
class ConvertedFolder:
    """Word files that a converter has made of others, by the digest of what it was given."""

    folder: Path

    def put(self, data: bytes, docx: bytes | None) -> None:
        """Keep what became of a file; None for one that cannot be opened."""
        self._path(data).write_bytes(docx or b"")

    def get(self, data: bytes) -> bytes | None:
        """The Word file, empty for a file that cannot be opened; None for one that was not converted."""
        path = self._path(data)
        return path.read_bytes() if path.is_file() else None

    def _path(self, data: bytes) -> Path:
        # Imported here: most runs convert no file.
        import hashlib

        return self.folder / hashlib.sha256(data).hexdigest()

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """While the block runs, files that are in the folder are not converted again."""
        token = _in_use.set(self)
        try:
            yield
        finally:
            _in_use.reset(token)


_in_use: ContextVar[ConvertedFolder | None] = ContextVar("_in_use", default=None)


def converted_already(data: bytes) -> bytes | None:
    """What the folder in use has for a file; None without one."""
    folder = _in_use.get()
    return folder.get(data) if folder else None
