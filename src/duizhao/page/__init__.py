"""The frame of a self-contained web page, and the look that all such pages share.

A policy in the page allows only its own style and script, by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from duizhao.page.escaped import attribute, escaped
from duizhao.text.visible import encodable

__all__ = ["asset", "attribute", "escaped", "page", "shared_look"]

HERE = Path(__file__).parent


def page(title: str, style: str, body: str, script: str) -> str:
    """The page, as text to be written in UTF-8. Title and body are escaped already; `style` adds to the shared look."""
    style = shared_look() + style
    return encodable(
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">{_policy(style, script)}'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head>\n<body>{body}"
        f"<script>{script}</script></body></html>\n"
    )


def shared_look() -> str:
    """The style sheet of all pages: colours, type, bar, tables, print."""
    return asset("look.css", HERE)


def asset(name: str, folder: Path) -> str:
    """The text of a style sheet or a script in the folder of a module."""
    return (folder / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'\">"
    )


def _hash(text: str) -> str:
    # Imported here: a report on a terminal has no policy.
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
