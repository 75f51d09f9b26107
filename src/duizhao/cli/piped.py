"""`-`: the document on standard input."""

from __future__ import annotations

import sys
from typing import BinaryIO

from duizhao import api
from duizhao.cli.output import note


def piped() -> api.Source:
    """What another program hands over. Raises UnreadableDocument."""
    return api.read_stream(piped_bytes())


def piped_bytes() -> BinaryIO:
    """Where it is to be read from."""
    # A caller may have closed it, whatever the types say.
    if sys.stdin is None:
        raise api.DuizhaoError("标准输入没有打开；请给出文件，或用管道送入内容")
    if sys.stdin.isatty():
        note("正在从终端读入；输完后另起一行按 Ctrl-D（Windows 按 Ctrl-Z 再回车）")
    return sys.stdin.buffer
