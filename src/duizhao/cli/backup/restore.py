"""`duizhao backup restore`: a backup put back into an empty data folder."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import FILE
from duizhao.cli.site import site_part
from duizhao.cli.terminal import note

EPILOG = """\
只恢复到空的文件夹，原来的数据不动；每个文件都和做备份时核对，有一个不对就整个不恢复。
"""


@click.command("restore", cls=ChineseCommand, epilog=EPILOG)
@click.argument("archive", type=FILE, metavar="备份.zip")
@click.option("--data", type=FILE, metavar="文件夹", required=True, help="恢复到这个空的数据文件夹")
@click.option(
    "--database",
    envvar="DUIZHAO_DATABASE",
    metavar="地址",
    help="备份的记录在 PostgreSQL 里时，写一个空库的地址",
)
def command(archive: Path, data: Path, database: str | None) -> None:
    """把一份备份恢复到空的数据文件夹。"""
    folder = site_part("data_folder").DataFolder(data)
    made = site_part("backup.restoring").restore_backup(archive, folder, database)
    when = made.made_at.replace("T", " ")
    note(f"已恢复 {when} 的备份，{len(made.digests)} 个文件：{data}")
    if made.has_open_rounds:
        note("做备份时正在征求意见的，没有汇总的意见恢复不了，请重新发码")
