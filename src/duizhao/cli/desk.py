"""`duizhao desk`: the pages for one person, in the browser."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import FILE
from duizhao.cli.terminal import note
from duizhao.errors import MissingTool

# Ways in do not know each other: this one is started by its name, as `python -m` would. docs/decisions/lsp-by-name.md
SITE = "duizhao.web"
DEFAULT_PORT = 8765

EPILOG = """\
在浏览器里打开，只有本机、只有打开它的人能用；不联网。给了文件或文件夹，就放进新的一批。
已经在运行时，再运行一次会打开原来的那一个。用完在页面上点“结束”，或按 Ctrl+C。
"""


@click.command("desk", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, type=FILE, metavar="[文件或文件夹]...")
@click.option(
    "--data", type=FILE, metavar="文件夹", help="放入的文件和记录存在哪里；默认在用户自己的目录里"
)
@click.option(
    "--port",
    type=click.IntRange(1024, 65000),
    default=DEFAULT_PORT,
    metavar="端口",
    help=f"默认 {DEFAULT_PORT}；被占用就往后找",
)
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只写出链接")
def command(paths: tuple[Path, ...], data: Path | None, port: int, no_browser: bool) -> None:
    """在浏览器里用：放入文件，看问题，取审阅稿、意见单、台账。"""
    try:
        folders = import_module(f"{SITE}.data_folder")
        serve = import_module(f"{SITE}.serve")
    except ModuleNotFoundError as fault:
        raise MissingTool.without_extra(f"在浏览器里用要 {fault.name}", "web") from None
    folder = folders.DataFolder(data) if data else folders.default_data_folder()
    serve.desk(paths, folder, port, note, opens_browser=not no_browser)
