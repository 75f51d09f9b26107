"""How this program was installed, so that a hint names a command that works here."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from duizhao.operating_system import path_in_uri, quoted


def command_to_add(extra: str) -> str:
    """What to run to add an optional part, by how this program was installed. No index on the net has it."""
    python, folder = Path(sys.executable), _checkout()
    if folder is None and find_spec("pip") is None:
        return "这个安装包里没有带，要用请找给你安装包的人"
    if folder is None:
        wanted = quoted(f"duizhao[{extra}]")
        where = "--no-index --find-links 安装包所在的文件夹"
        return f"请运行：{quoted(str(python))} -m pip install {where} {wanted}"
    if python.is_relative_to(folder):
        python = python.relative_to(folder)
    return f"请在 {folder} 里运行：{quoted(str(python))} -m pip install -e {quoted(f'.[{extra}]')}"


def _checkout() -> Path | None:
    """The folder that this program runs from, if it was installed with `pip install -e`."""
    from importlib.metadata import PackageNotFoundError, distribution
    from json import loads
    from urllib.parse import unquote, urlsplit

    try:
        origin = loads(distribution("duizhao").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    if not origin.get("dir_info", {}).get("editable"):
        return None
    return path_in_uri(unquote(urlsplit(origin["url"]).path))
