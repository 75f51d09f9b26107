"""First draft, being replaced."""

from __future__ import annotations

from duizhao.document import Document
from duizhao.profiles import Profile
from duizhao.statement.model import Statement
from duizhao.text import Marks

VOCABULARY: dict[str, tuple[str, ...]] = {}


def interpret(
    document: Document, profile: Profile, why: str = "", marks: Marks | None = None
) -> Statement:
    return Statement(document, profile, bool(document.sections), why)
