"""The states of a ledger row."""

from __future__ import annotations

from enum import Enum


class RowState(Enum):
    """Where the rectification of one ledger row stands. The values are the words that workbooks and pages show."""

    NOT_STARTED = "未启动"
    RUNNING = "整改中"
    WAITING = "待验收"
    CLOSED = "已销号"
    RETURNED = "退回重改"
    STANDING = "长期坚持"
    HANDED_OVER = "移交"
    POSTPONED = "延期"


ENDED_STATES = frozenset((RowState.CLOSED, RowState.HANDED_OVER))
"""The states in which nobody here has anything more to do for a row."""
