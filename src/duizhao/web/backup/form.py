"""The form of a backup: a .zip of what lies in a data folder, the records, and a manifest with digests."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from duizhao.errors import DuizhaoError

MANIFEST = "备份清单.json"
RECORDS, DUMP = "duizhao.sqlite3", "database.dump"
"""The records as a file of SQLite, and as PostgreSQL dumps them."""
LEFT_OUT = frozenset((
    "keys", "更新前的备份", "running.json", "running.lock", "worker.lock", "open.html", "fault.html",
    "restored",
))  # fmt: skip
"""What in a data folder belongs to the program that runs, or must never be copied."""
UNFINISHED = ".new"


@dataclass(frozen=True, slots=True)
class BackupManifest:
    """What a backup holds: the version of the program, when it was made, and the SHA-256 of each file.

    `has_open_rounds`: opinions were being asked for, and what was not counted yet is lost with their keys.
    """

    program: str
    made_at: str
    has_open_rounds: bool = False
    digests: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: bytes) -> BackupManifest:
        """Raises DuizhaoError for what is no manifest."""
        try:
            made = cls(**json.loads(text))
            is_whole = all(isinstance(each, str) for pair in made.digests.items() for each in pair)
        except (ValueError, TypeError, AttributeError):
            is_whole = False
        if not is_whole:
            raise DuizhaoError(f"“{MANIFEST}”读不出来，这份备份不完整")
        return made

    @property
    def has_dump(self) -> bool:
        return DUMP in self.digests
