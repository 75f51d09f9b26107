"""The making of one archive: for whom, what was remarked, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from duizhao.errors import DuizhaoError


@dataclass(frozen=True, slots=True)
class FileForPeople:
    """A file for people: its name under the folder of its part, and its bytes or the key of the stored file."""

    name: str
    data: bytes = b""
    content: str = ""


@dataclass(slots=True)
class ArchiveWork:
    """What the parts of an archive share while it is made.

    `person` is whoever makes it, `step` is called for each piece that is done, and raises where it is no longer wanted.
    """

    person: Any
    has_records: bool
    step: Callable[[], None]
    remarks: list[str] = field(default_factory=list)

    def tried(self, name: str, make: Callable[[], bytes]) -> Iterator[FileForPeople]:
        """A file that is made; none, and a remark, where it cannot be."""
        try:
            yield FileForPeople(name, make())
        except DuizhaoError as fault:
            self.remarks.append(f"没有做成“{name.rpartition('/')[2]}”：{fault}")
        self.step()
