"""Sends the reminders of a site that are due today, for a scheduler that calls a command once a day."""

from __future__ import annotations

from pathlib import Path

from django.db import DatabaseError

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder
from duizhao.web.mail_server import EXAMPLE, IN_ENVIRONMENT, mail_server
from duizhao.web.settings import configure


def send_reminders(root: Path) -> tuple[bool, str]:
    """Whether every mail went out, and what was sent, in words. Raises DuizhaoError."""
    folder = DataFolder(root)
    if not folder.database.exists() and not folder.database_address.exists():
        raise DuizhaoError(
            f"{root}：这里没有对照的数据；请用 --data 指出 duizhao serve 的数据文件夹"
        )
    server = mail_server(folder)
    if server is None:
        raise DuizhaoError(
            f"没有设邮件服务器：请把它的地址写进 {folder.mail_address}，或设环境变量 {IN_ENVIRONMENT}，"
            f"写成 {EXAMPLE} 这样"
        )
    configure(folder, is_desk=False)
    from django.utils import timezone

    from duizhao.web.desk.ledger_queries import near_days
    from duizhao.web.rectification.mailing import send_all

    try:
        run = send_all(server, timezone.localdate(), near_days())
    except DatabaseError as fault:
        raise DuizhaoError(f"{root}：读不出台账（{fault}）") from None
    lines = [f"发出 {run.sent} 封", *run.faults]
    if run.without:
        lines.append(f"没有邮箱，请另外告知：{'、'.join(run.without)}")
    return not run.failed, "".join(f"{line}\n" for line in lines)
