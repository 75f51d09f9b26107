"""`duizhao backup make`: a backup of a data folder, while the site runs."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import FILE
from duizhao.cli.site import site_part
from duizhao.cli.terminal import note

EPILOG = """\
备份里有所有材料和密码的校验值，要和数据文件夹一样保管好。正在征求的意见，没有汇总的那些不在备份里：它们的钥匙从不备份，
恢复后要重新发码。做备份时有人清空了材料，会自动重做，清空的不会留在备份里。记录在 PostgreSQL 里的，要装有 pg_dump。
"""


@click.command("make", cls=ChineseCommand, epilog=EPILOG)
@click.option("--data", type=FILE, metavar="文件夹", required=True, help="要备份的数据文件夹")
@click.option(
    "-o", "--output", type=FILE, metavar="文件", required=True, help="备份写到这里（.zip）"
)
def command(data: Path, output: Path) -> None:
    """做一份备份：记录、材料、设置，不用停下来。"""
    folder = site_part("data_folder").DataFolder(data)
    made = site_part("backup.making").make_backup(folder, output, note)
    note(f"已备份 {len(made.digests)} 个文件：{output}")
    if made.has_open_rounds:
        note("正在征求意见：还没有汇总的意见不在备份里")
