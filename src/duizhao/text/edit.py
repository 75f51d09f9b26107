"""A change to a text, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duizhao.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in place of the characters at `span`; an empty span inserts."""

    span: Span
    replacement: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made at once; all spans count in the text as it was.

    Raises ValueError where two edits overlap, or one lies outside the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start, end = edit.span
        if not done <= start <= end <= len(text):
            raise ValueError(f"edit at {start}–{end} overlaps another or lies outside the text")
        pieces += (text[done:start], edit.replacement)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
