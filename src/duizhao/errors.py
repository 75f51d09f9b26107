"""What can go wrong outside the document's own faults.

A fault in a document is a finding, a value. What is raised is a fault of the caller or of the world:

    DuizhaoError
    ├── UnreadableDocument    a file that cannot be read: encrypted, truncated, too large, not a document
    ├── MissingTool           a program or an extra that this job needs is not installed
    ├── BadConfiguration      duizhao.toml, a profile or a baseline has content that we do not understand
    ├── UnknownName           no rule, profile or format has this name
    └── Unwritable            an output that cannot be written
        └── UnwritablePlace   where no other output could be written either: the disk is full, or read-only

Every message is one line of Chinese: what is wrong, where, and what to do.
"""

from __future__ import annotations

from pathlib import Path

from duizhao.installation import command_to_add


class DuizhaoError(Exception):
    """The root: the command line prints it as one line and exits with 2."""


class UnreadableDocument(DuizhaoError):
    """A file that cannot be read.

    `where` is the path as the user gave it (or a label such as “标准输入”), `reason` is what is wrong and what to do.
    """

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(f"{where}：{reason}")
        self.where = str(where)
        self.reason = reason

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str, str]]:
        # Raised in worker processes: the default would rebuild it from the joined message.
        return type(self), (self.where, self.reason)


class MissingTool(DuizhaoError):
    """A program or an optional part that this job needs is not installed."""

    @classmethod
    def without_extra(cls, need: str, extra: str) -> MissingTool:
        """An optional part is missing, as `need` puts it: the message names the command that adds it here."""
        return cls(f"{need}，尚未安装；{command_to_add(extra)}")


class BadConfiguration(DuizhaoError):
    """A configuration, profile or baseline file with unknown or impossible content."""


class UnknownName(DuizhaoError):
    """No rule, profile or format has this name; the message offers the nearest one."""


class Unwritable(DuizhaoError):
    """An output that cannot be written where it was asked for."""


class UnwritablePlace(Unwritable):
    """A place where no output can be written: a run of many files ends with the first that meets it."""
