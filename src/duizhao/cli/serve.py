"""`duizhao serve`: the pages for an organisation, behind a login."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.garbage import collect_while_serving
from duizhao.cli.site import data_option, port_option, site_part
from duizhao.cli.terminal import note

DEFAULT_PORT = 8770

EPILOG = """\
第一次启动会写出一个网址和设置码，用它设好系统管理员，再由他加单位、人员和角色。
系统、安全、审计管理员都看不到材料；各人只看得到自己放入的。
不写 --site 只在本机 127.0.0.1 上答复；不联网。怎样给全单位用，见 docs/deploy.md。停止按 Ctrl+C。
"""


@click.command("serve", cls=ChineseCommand, epilog=EPILOG)
@data_option
@port_option(DEFAULT_PORT, "被占用就说出来：大家记着这个网址，不换")
@click.option(
    "--database",
    envvar="DUIZHAO_DATABASE",
    metavar="地址",
    help="用 PostgreSQL，地址如 postgresql://user:password@127.0.0.1:5432/duizhao；记在数据文件夹里，以后不用再写",
)
@click.option(
    "--site",
    metavar="网址",
    help="同事打开的网址，如 https://duizhao.example.gov.cn（由本机的 nginx 转来）；记下来，以后不用再写",
)
@click.option(
    "--listen",
    "listens_on",
    metavar="地址",
    help="不用反向代理、直接给几台电脑用时，写本机的 IP 或 0.0.0.0；这样没有加密，只宜在可信的内网",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 32),
    metavar="个数",
    help="用几个进程答复；默认与处理器核数相同，最多 4 个，Windows、macOS 上只用一个",
)
@click.option("--demo", is_flag=True, help="加一个演示单位和几个演示账号，试用完可以整个删掉")
def command(
    data: Path | None,
    port: int,
    database: str | None,
    site: str | None,
    listens_on: str | None,
    processes: int | None,
    demo: bool,
) -> None:
    """单位里几个人一起用：登录后在浏览器里用，各看各的。"""
    collect_while_serving()
    folders = site_part("data_folder")
    folder = folders.DataFolder(data) if data else folders.workspace_data_folder(is_demo=demo)
    serving = site_part("serve")
    places = serving.ServePlaces(database, site, listens_on)
    serving.serve(folder, port, note, is_demo=demo, places=places, processes=processes)
