"""Lets somebody in again whom nobody else can: done by who keeps the server, at the server."""

from __future__ import annotations

from pathlib import Path

from django.db import DatabaseError

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure


def reset_account(root: Path, username: str) -> str:
    """A new first password, in words; the second factor is taken away. Raises DuizhaoError."""
    folder = DataFolder(root)
    if not folder.database.exists() and not folder.database_address.exists():
        raise DuizhaoError(
            f"{root}：这里没有对照的数据；请用 --data 指出 duizhao serve 的数据文件夹"
        )
    configure(folder, is_desk=False)
    from duizhao.web.accounts.actions.people import let_in_again

    try:
        password = let_in_again(username=username)
    except DatabaseError as fault:
        raise DuizhaoError(f"{root}：写不了账号（{fault}）") from None
    return f"账号 {username} 的初始密码：{password}\n本人第一次登录时要换成自己的；手机验证码要重新设。\n"
