"""`duizhao remind`: sends the reminders by mail that are due today."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import FILE
from duizhao.cli.site import site_part
from duizhao.cli.terminal import put

EPILOG = """\
一人一封，写明和他有关的各行哪天到期；问题原话不写，除非单位在“提醒”页上选了。同一件事不会发两次。
邮件服务器的地址写在数据文件夹的 mail.address 里，或环境变量 DUIZHAO_MAIL 里，没有就什么也不发；
哪些单位发、各人的邮箱，由经办人在“整改 › 提醒”里定。duizhao serve 开着时每天 8 点自己会发，不必再用这条命令。
退出码：0 都发出了，1 有没发出的，2 出错。
"""
UNSENT_EXIT_CODE = 1


@click.command("remind", cls=ChineseCommand, epilog=EPILOG)
@click.option(
    "--data", type=FILE, metavar="文件夹", required=True, help="duizhao serve 的数据文件夹"
)
def command(data: Path) -> int:
    """发邮件提醒快到期和逾期的整改。"""
    is_whole, words = site_part("remind").send_reminders(data)
    put(words)
    return 0 if is_whole else UNSENT_EXIT_CODE
