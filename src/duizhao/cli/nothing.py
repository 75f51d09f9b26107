"""Paths that lead to no file: said before anything is written."""

from __future__ import annotations

from collections.abc import Sized

from duizhao import api


def refuse_nothing(files: Sized) -> None:
    """Raises DuizhaoError where there is nothing to read, as in an empty folder."""
    if not files:
        raise api.DuizhaoError(
            f"没有找到可以读的文件；能读 {'、'.join(sorted(api.SUFFIXES))}，请检查路径"
        )
