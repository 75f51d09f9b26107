"""Looks through the audit of a data folder while nobody serves it, or somebody does."""

from __future__ import annotations

from pathlib import Path

from django.db import DatabaseError

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure


def check_audit(root: Path, head: str | None) -> tuple[bool, str]:
    """Whether the audit in a data folder is whole, and what was found, in words. Raises DuizhaoError."""
    folder = DataFolder(root)
    if not folder.database.exists() and not folder.database_address.exists():
        raise DuizhaoError(
            f"{root}：这里没有对照的数据；请用 --data 指出 duizhao serve 的数据文件夹"
        )
    configure(folder, is_desk=False)
    from duizhao.web.audit.verify import AuditHead, verify
    from duizhao.web.audit.words import state_in_words

    kept = AuditHead.from_text(head) if head is not None else None
    try:
        state = verify(kept)
    except DatabaseError as fault:
        raise DuizhaoError(f"{root}：读不出操作记录（{fault}）") from None
    return not state.faults, state_in_words(state.count, str(state.head or ""), state.faults)
