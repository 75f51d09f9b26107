"""`duizhao desk`: the pages for one person, in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.garbage import collect_while_serving
from duizhao.cli.options import FILE, PathArgument
from duizhao.cli.site import data_option, port_option, site_part
from duizhao.cli.terminal import note
from duizhao.errors import DuizhaoError

DEFAULT_PORT = 8765

EPILOG = """\
在浏览器里打开，只有本机、只有打开它的人能用；不联网。给了文件或文件夹，就放进新的一批。
已经在运行时，再运行一次会打开原来的那一个。用完在页面上点“结束”，或按 Ctrl+C。
"""


@click.command("desk", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, type=FILE, metavar="[文件或文件夹]...")
@data_option
@port_option(DEFAULT_PORT, "被占用就往后找")
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只写出链接")
@click.option("--demo", is_flag=True, help="打开一个演示单位，另放一处，不碰自己的材料")
def command(
    paths: tuple[Path, ...], data: Path | None, port: int, no_browser: bool, demo: bool
) -> None:
    """在浏览器里用：放入文件，看问题，取审阅稿、意见单、台账。"""
    collect_while_serving()
    folders = site_part("data_folder")
    folder = folders.DataFolder(data) if data else folders.default_data_folder(is_demo=demo)
    serving = site_part("serve")
    begins = serving.DeskBeginning(paths, is_demo=demo, opens_browser=not no_browser)
    try:
        serving.desk(begins, folder, port, note)
    except DuizhaoError as fault:
        if not no_browser:
            site_part("in_browser").show_fault(folder, str(fault))
        raise
