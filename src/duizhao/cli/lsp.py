"""`duizhao lsp`: the server that an editor starts."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.garbage import collect_while_serving
from duizhao.cli.terminal import note

# Ways in do not know each other: this one is started by its name, as `python -m` would. docs/decisions/lsp-by-name.md
SERVER = "duizhao.lsp"

EPILOG = """\
由编辑器启动，不在终端里用。VS Code 和 Neovim 的接法见 docs/editors.md。

需要 pygls；没有装时，运行一次就会写明怎样安装。
"""


@click.command("lsp", cls=ChineseCommand, epilog=EPILOG)
@click.option("--stdio", is_flag=True, help="经标准输入输出通信；本来就是如此，有的编辑器会写上")
def command(stdio: bool) -> None:
    """编辑器服务：边写边标出问题，悬停看规则，一键改正（.txt、.md）。"""
    if sys.stdin.isatty():
        note("正在等编辑器来连接；这个命令由编辑器启动，按 Ctrl+C 退出")
    collect_while_serving()
    import_module(SERVER).serve()
