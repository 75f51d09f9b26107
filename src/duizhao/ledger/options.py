"""What a unit chooses for its ledgers: the columns that are shown and printed, and when a deadline is near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from duizhao.errors import DuizhaoError
from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMNS, LedgerColumn
from duizhao.process import NearDays
from duizhao.text.nearest import hint

ONE_STEP = NearDays(15, 15)
"""A deadline is near in its last days; people may change the number on the sheet."""

PRINTED_HEADS = (
    "序号", "姓名（职务）", "存在问题", "整改措施", "责任单位", "责任人", "完成时限", "状态", "备注",
)  # fmt: skip


@dataclass(frozen=True)
class LedgerOptions:
    """The choices for a new workbook. Columns are named by a head: their own, or one of their aliases.

    `shown` and `hidden` differ from the usual look; nothing that is hidden is gone. `printed` are the columns of the
    printed sheet in order, under these very heads.
    """

    steps: NearDays = ONE_STEP
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    printed: tuple[str, ...] = PRINTED_HEADS

    @property
    def has_two_steps(self) -> bool:
        return self.steps.approaching > self.steps.near

    @cached_property
    def printed_columns(self) -> tuple[tuple[str, LedgerColumn], ...]:
        """The printed columns with their heads. Raises DuizhaoError for a head that names no column."""
        return tuple(zip(self.printed, _named(self.printed), strict=True))

    def is_shown(self, column: LedgerColumn) -> bool:
        return (column.is_shown or column in self._shown) and column not in self._hidden

    @cached_property
    def _shown(self) -> frozenset[LedgerColumn]:
        return frozenset(_named(self.shown))

    @cached_property
    def _hidden(self) -> frozenset[LedgerColumn]:
        return frozenset(_named(self.hidden))


def _named(heads: Iterable[str]) -> tuple[LedgerColumn, ...]:
    """The columns that these heads name."""
    found = []
    for head in heads:
        if head not in COLUMN_BY_HEAD:
            known = [column.head for column in COLUMNS]
            raise DuizhaoError(
                f"台账没有“{head}”这一列{hint(head, known) or '，'}可用：{'、'.join(known)}"
            )
        found.append(COLUMN_BY_HEAD[head])
    return tuple(found)
