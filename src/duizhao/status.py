"""How far a requirement is known: shared by the campaigns (`profiles`) and the course of a meeting (`process`)."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """How far a requirement is known. Only a verified one may fail a check; the others remind."""

    VERIFIED = "verified"
    LOCAL = "local"
    PRACTICE = "practice"
    RECALLED = "recalled"
    SECONDARY = "secondary"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Status.VERIFIED: "已核",
    Status.LOCAL: "地方规定",
    Status.PRACTICE: "惯例",
    Status.RECALLED: "待核",
    Status.SECONDARY: "转引",
}
