"""A font as a value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Font:
    """One upright font: family as the typesetter calls it, weight from 100 to 900, the file it comes from."""

    family: str
    weight: int
    file: Path | None = None
