"""The language server: findings in an editor while its user writes. `duizhao lsp` starts it.

It speaks the Language Server Protocol over standard input and output, and never opens a connection.
"""

from __future__ import annotations

from duizhao.errors import MissingTool


def serve() -> None:
    """Serve one editor until it ends the connection. Raises MissingTool where pygls is not installed."""
    try:
        import pygls  # noqa: F401
    except ImportError as missing:
        raise MissingTool.without_extra("编辑器服务要用 pygls", "lsp") from missing
    from duizhao.lsp.features import create_server

    create_server().start_io()
