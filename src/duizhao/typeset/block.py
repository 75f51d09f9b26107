"""The plan of a page: paragraphs with their role and place, the same for every writer."""

from __future__ import annotations

from dataclasses import dataclass

from duizhao.layout import Role
from duizhao.text import Span


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters with the look of `role`. `span` is their place in the source.

    Hard wraps are removed from `text`; a `\\n` in it is a wanted line break (in a title).
    """

    text: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. Indents are in characters of body text, `above` in blank lines.

    The first line begins at `left + first`; a note of attachments has a negative `first`. A run-in heading is a block
    of role BODY with the run of a heading at its start.
    """

    role: Role
    runs: tuple[TextRun, ...]
    first: float = 0
    left: float = 0
    right: float = 0
    above: int = 0
    new_page: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def level(self) -> int:
        """The outline level, from 1; 0 unless the block is a heading."""
        return self.role.level
