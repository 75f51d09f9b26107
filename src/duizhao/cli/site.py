"""What the commands of the site share: where its data lie, which port it takes, how its parts are found."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from duizhao.cli.options import FILE, Decorator
from duizhao.errors import MissingTool

# Ways in do not know each other: the site is started by its name, as `python -m` would. docs/decisions/lsp-by-name.md
SITE = "duizhao.web"
PORTS = click.IntRange(1024, 65000)

data_option = click.option(
    "--data", type=FILE, metavar="文件夹", help="文件和记录存在哪里；默认在用户自己的目录里"
)


def port_option(default: int, where_taken: str) -> Decorator:
    """The option `--port` of a command that serves pages; `where_taken` describes what a port in use leads to."""
    words = f"默认 {default}；{where_taken}"
    return click.option("--port", type=PORTS, default=default, metavar="端口", help=words)


def site_part(name: str) -> Any:
    """A module of the site. Raises MissingTool where the extra is not installed."""
    try:
        return import_module(f"{SITE}.{name}")
    except ModuleNotFoundError as fault:
        raise MissingTool.without_extra(f"在浏览器里用要 {fault.name}", "web") from None
