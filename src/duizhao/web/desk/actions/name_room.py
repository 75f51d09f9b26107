"""Names of any length, made to fit their column."""

from __future__ import annotations

from typing import Any

CUT = "…"


def cut(name: str, model: Any) -> str:
    """A name that fits its column: its end, where files differ, is kept."""
    room = model._meta.get_field("name").max_length
    return name if len(name) <= room else f"{CUT}{name[-(room - len(CUT)) :]}"
