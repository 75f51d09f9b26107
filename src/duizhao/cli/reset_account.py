"""`duizhao reset-account`: the way back in for an administrator whom nobody else can let in."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import FILE
from duizhao.cli.site import site_part
from duizhao.cli.terminal import put

EPILOG = """\
给唯一的管理员忘了密码、丢了手机时用，由管服务器的人在服务器上运行；别人的账号请管理员在页面上重设。
写出一个只用一次的密码，原来的密码、手机验证码、恢复码、登录都作废；操作记录里留一条。
"""


@click.command("reset-account", cls=ChineseCommand, epilog=EPILOG)
@click.argument("username", metavar="账号")
@click.option(
    "--data", type=FILE, metavar="文件夹", required=True, help="duizhao serve 的数据文件夹"
)
def command(username: str, data: Path) -> None:
    """重设一个账号的密码和手机验证码：唯一的管理员进不来时用。"""
    put(site_part("account_reset").reset_account(data, username))
