"""`-`: the document on standard input."""

from __future__ import annotations

import sys

from duizhao import api


def piped() -> api.Source:
    """What another program hands over. Raises UnreadableDocument."""
    # A caller may have closed it, whatever the types say.
    if sys.stdin is None:
        raise api.DuizhaoError("标准输入没有打开；请给出文件，或用管道送入内容")
    return api.read_stream(sys.stdin.buffer)
