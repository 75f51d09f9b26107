"""A text as the bytes of its file."""

from __future__ import annotations

from duizhao.errors import Unwritable
from duizhao.text import Source


def encoded(source: Source) -> bytes:
    """The text as bytes in the encoding it was read in, with its byte order mark. Raises Unwritable."""
    mark = "\ufeff" if source.bom else ""
    try:
        return (mark + source.text).encode(source.encoding)
    except UnicodeEncodeError as fault:
        letter = source.text[fault.start - len(mark)]
        raise Unwritable(
            f"{source.name}：“{letter}”无法用 {source.encoding} 编码写回；请先另存为 UTF-8"
        ) from fault
