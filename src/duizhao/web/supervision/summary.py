"""The summary of a meeting: counts, themes, states and days, and nothing that anybody wrote."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from io import BytesIO
from typing import Any

from duizhao.version import __version__
from duizhao.web.archive.package import ArchiveWriter, as_json
from duizhao.web.refused_act import RefusedAct

FORMAT, SCHEMA_VERSION = "duizhao-summary", 1
FILE = "汇总.json"
LARGEST_SUMMARY = 5_000_000
FOREIGN = "不是对照做的汇总"
DAMAGED = "文件坏了，请让单位再发一次"
NEWER = "由更新的对照（{}）做成，请先更新这里的对照"
LONGEST_TEXT, MAX_ENTRIES, MAX_PRINTS = 400, 20_000, 200_000
PRINT_LIMIT = 1 << 32


@dataclass(frozen=True, slots=True)
class TextPrint:
    """The fingerprints of a statement, by what it is called without a name: 班子材料, 个人材料 1."""

    label: str
    prints: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DossierSummary:
    """How far a meeting is. `statements` and `rows` are counted by their states, `themes` by the aspect of problems.

    `due` are the days (ISO) of the rows that are still open. `prints` are only there where the unit chose so.
    """

    unit: str
    dossier: str
    name: str
    kind: str
    year: int
    held_on: str
    is_closed: bool
    made_on: str
    expected: int
    statements: Mapping[str, int]
    returned: int
    opinions: int
    answered: int
    talks: int
    held: int
    rows: Mapping[str, int]
    due: tuple[str, ...]
    themes: Mapping[str, int]
    prints: tuple[TextPrint, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """As a file or the database keeps it."""
        return {"format": FORMAT, "schema": SCHEMA_VERSION, "tool": __version__, **asdict(self)}

    def as_file(self) -> bytes:
        """A .zip with the summary and the digest of it."""
        kept = BytesIO()
        writer = ArchiveWriter.at(kept)
        writer.add(FILE, as_json(self.as_json()))
        writer.finish({"format": FORMAT, "schema": SCHEMA_VERSION})
        return kept.getvalue()

    @classmethod
    def from_file(cls, data: bytes) -> DossierSummary:
        """The summary in a .zip or a bare .json. Raises RefusedAct."""
        return cls.from_json(_opened(data))

    @classmethod
    def from_json(cls, found: Any) -> DossierSummary:
        """Of what `as_json` wrote. Raises RefusedAct."""
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise RefusedAct(FOREIGN)
        if not isinstance(found.get("schema"), int) or found["schema"] > SCHEMA_VERSION:
            raise RefusedAct(NEWER.format(str(found.get("tool", ""))[:20]))
        try:
            return cls(**{each.name: _READ[each.name](found[each.name]) for each in fields(cls)})
        except (KeyError, TypeError, ValueError) as fault:
            raise RefusedAct(DAMAGED) from fault

    @property
    def total_rows(self) -> int:
        return sum(self.rows.values())


def _opened(data: bytes) -> Any:
    try:
        if data[:2] == b"PK":
            with zipfile.ZipFile(BytesIO(data)) as package:
                if FILE not in package.namelist():
                    raise RefusedAct(FOREIGN)
                if package.getinfo(FILE).file_size > LARGEST_SUMMARY:
                    raise RefusedAct(FOREIGN)
                data = package.read(FILE)
        if len(data) > LARGEST_SUMMARY:
            raise RefusedAct(FOREIGN)
        return json.loads(data)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fault:
        raise RefusedAct(DAMAGED) from fault
    except (OSError, ValueError, RecursionError) as fault:
        raise RefusedAct(FOREIGN if data[:1] not in (b"P", b"{") else DAMAGED) from fault


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or "\0" in value:
        raise ValueError(value)
    return value


def _key(value: Any) -> str:
    if not _text(value).isalnum() or len(value) > 16:
        raise ValueError(value)
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= PRINT_LIMIT:
        raise ValueError(value)
    return value


def _year(value: Any) -> int:
    if not 1900 <= _count(value) <= 9999:
        raise ValueError(value)
    return int(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _day(value: Any) -> str:
    return date.fromisoformat(_text(value)).isoformat()


def _day_or_none(value: Any) -> str:
    return _day(value) if value else ""


def _counts(value: Any) -> dict[str, int]:
    if not isinstance(value, dict) or len(value) > MAX_ENTRIES:
        raise ValueError(value)
    return {_text(name): _count(count) for name, count in value.items()}


def _list(value: Any, most: int) -> Sequence[Any]:
    if not isinstance(value, list | tuple) or len(value) > most:
        raise ValueError(value)
    return value


def _days(value: Any) -> tuple[str, ...]:
    return tuple(map(_day, _list(value, MAX_ENTRIES)))


def _prints(value: Any) -> tuple[TextPrint, ...]:
    return tuple(
        TextPrint(_text(each["label"]), tuple(map(_count, _list(each["prints"], MAX_PRINTS))))
        for each in _list(value, MAX_ENTRIES)
    )


_READ: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("unit", "name", "kind"), _text),
    **dict.fromkeys(("expected", "returned", "opinions", "answered", "talks", "held"), _count),
    **dict.fromkeys(("statements", "rows", "themes"), _counts),
    "dossier": _key,
    "year": _year,
    "held_on": _day_or_none,
    "is_closed": _truth,
    "made_on": _day,
    "due": _days,
    "prints": _prints,
}
"""What reads each field of a file that came from elsewhere."""
