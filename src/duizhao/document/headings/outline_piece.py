"""The lines of a text cut at its headings."""

from __future__ import annotations

from duizhao.document.nodes import Heading

HeadedText = tuple[Heading | None, int, int]
"""A heading or None, and the start and end of the body text in its line, equal if it has no body text."""
