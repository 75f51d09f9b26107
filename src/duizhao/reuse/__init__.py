"""Finds shared passages: which documents have which text in common, place by place. Nothing is judged."""

from __future__ import annotations

from duizhao.errors import MissingTool

try:
    import numpy as _numpy  # noqa: F401
except ImportError as missing:
    raise MissingTool.without_extra("查重要用 numpy", "screen") from missing
