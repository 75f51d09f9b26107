"""Finds shared passages: which documents have which text in common, place by place. Nothing is judged."""

from __future__ import annotations

from duizhao.errors import MissingTool

try:
    import numpy as _numpy  # noqa: F401
except ImportError as missing:
    raise MissingTool("查重要用 numpy，尚未安装：pip install 'duizhao[screen]'") from missing
