"""TOML files that people write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from duizhao.errors import BadConfiguration
from duizhao.os_reason import reason_of


def read_toml(path: Path, advice: str = "") -> dict[str, Any]:
    """The tables in a file. Raises BadConfiguration; `advice` is added to the message about a fault of its TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise BadConfiguration(f"{path}：打不开，{reason_of(fault)}") from fault
    except UnicodeDecodeError as fault:
        raise BadConfiguration(f"{path}：不是 UTF-8 编码，请另存为 UTF-8") from fault
    return toml_tables(text, path, advice)


def toml_tables(text: str, path: Path, advice: str = "") -> dict[str, Any]:
    """The tables in the text of a file, as `read_toml` returns them."""
    # Imported here: a run without a configuration does not wait for it.
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadConfiguration(f"{path}：不是合格的 TOML（{fault}）{advice}") from fault
