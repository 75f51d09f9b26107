"""Which rows of a batch a page shows, and in which order, as its address has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from duizhao.web.desk.models import DeskFile, ReadStatus, ReviewState

DIGITS = re.compile(r"(\d+)")
UNREAD = (ReadStatus.REFUSED, ReadStatus.STOPPED)


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column of the table: its key in addresses, its head, and by what rows are sorted by it."""

    key: str
    head: str
    order: Callable[[DeskFile], Any]
    is_count: bool = False


def _by_name(file: DeskFile) -> list[tuple[int, int, bytes]]:
    # As the person sees them in their folder: 2 before 10.
    parts = enumerate(DIGITS.split(file.name))
    return [(at % 2, int(part) if at % 2 else 0, _collated(part)) for at, part in parts]


def _collated(text: str) -> bytes:
    # The common characters of GB 2312 stand in the order of their sounds.
    return text.encode("gb18030", "replace")


def _by_fact(name: str) -> Callable[[DeskFile], bytes]:
    return lambda file: _collated(file.facts.get(name, ""))


def _by_count(severity: str) -> Callable[[DeskFile], int]:
    return lambda file: file.facts.get("counts", {}).get(severity, 0)


def _lacking(file: DeskFile) -> int:
    return sum(not found for _, found in file.facts.get("aspects", ()))


COLUMNS = (
    RowColumn("name", "文件", _by_name),
    RowColumn("who", "姓名职务", _by_fact("who")),
    RowColumn("campaign", "活动", _by_fact("campaign")),
    RowColumn("aspects", "方面", _lacking, is_count=True),
    RowColumn("error", "必改", _by_count("error"), is_count=True),
    RowColumn("warning", "应改", _by_count("warning"), is_count=True),
    RowColumn("hint", "供参考", _by_count("hint"), is_count=True),
    RowColumn("layout", "版式", lambda file: file.facts.get("layout", 0), is_count=True),
    RowColumn("first", "先看这一条", _by_fact("first")),
    RowColumn("state", "状态", lambda file: ReviewState.values.index(file.review_state)),
)
BY_KEY = {column.key: column for column in COLUMNS}

ONLY: Mapping[str, tuple[str, Callable[[DeskFile], bool]]] = {
    "error": ("有必改的", lambda file: bool(_by_count("error")(file))),
    "warning": ("有应改的", lambda file: bool(_by_count("warning")(file))),
    "hint": ("有供参考的", lambda file: bool(_by_count("hint")(file))),
    "lacking": ("缺方面的", lambda file: bool(_lacking(file))),
    "unread": ("没有读的", lambda file: file.status in UNREAD),
}
"""What a list can be narrowed to, with its words."""


@dataclass(frozen=True, slots=True)
class RowQuery:
    """The rows that a page shows: one kind only, one state, words in the name; `sort` is a column, with - downwards."""

    only: str = ""
    state_is: str = ""
    words: str = ""
    sort: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, str]) -> RowQuery:
        """The query in an address or a form. What it does not know is left out."""
        only, state, sort = (data.get(name, "") for name in ("only", "state_is", "sort"))
        return cls(
            only if only in ONLY else "",
            state if state in ReviewState.values else "",
            data.get("words", "").strip(),
            sort if sort.removeprefix("-") in BY_KEY else "",
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.only or self.state_is or self.words)

    def rows(self, files: Iterable[DeskFile]) -> list[DeskFile]:
        """Those of `files` that are shown, in their order; without a column as they were put in."""
        shown = [file for file in files if self._shows(file)]
        if not self.sort:
            return shown
        column = BY_KEY[self.sort.removeprefix("-")]
        is_read = [file for file in shown if file.status == ReadStatus.READ or column.key == "name"]
        others = [file for file in shown if file not in set(is_read)]
        return [*sorted(is_read, key=column.order, reverse=self.sort.startswith("-")), *others]

    def address(self, **changes: str) -> str:
        """The query as an address has it."""
        changed = replace(self, **changes)
        fields = ((name, getattr(changed, name)) for name in self.__slots__)
        return f"?{urlencode([(name, value) for name, value in fields if value])}"

    def heads(self) -> list[dict[str, str]]:
        """The heads of the columns: the words, the address that sorts by each, how it is sorted now."""
        return [self._head(column) for column in COLUMNS]

    def _head(self, column: RowColumn) -> dict[str, str]:
        first, second = ("-", "") if column.is_count else ("", "-")
        is_first = self.sort == f"{first}{column.key}"
        by = f"{second if is_first else first}{column.key}"
        now = ""
        if self.sort.removeprefix("-") == column.key:
            now = "descending" if self.sort.startswith("-") else "ascending"
        return {
            "key": column.key,
            "words": column.head,
            "address": self.address(sort=by),
            "now": now,
            "kind": "num" if column.is_count and column.key != "aspects" else "",
        }

    def _shows(self, file: DeskFile) -> bool:
        if self.only and not ONLY[self.only][1](file):
            return False
        if self.state_is and file.review_state != self.state_is:
            return False
        return self.words in file.name or self.words in file.facts.get("who", "")
