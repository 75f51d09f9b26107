"""What in a Markdown file is syntax, and no text: code, addresses, comments, rules of tables, bold type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.text.pattern import LazyPattern
from duizhao.text.span import Span

SYNTAX = LazyPattern(
    r"^[ \t]{0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*+\n(?:.*?^[ \t]{0,3}(?P=fence)[^\n]*$|.*\Z)"
    r"|`[^`\n]{1,200}`|<!--.{0,300}?-->|<[^<>\n]{1,200}>"
    r"|\]\([^()\n]{0,300}\)|^(?=[ \t:|-]*--)[ \t:|-]++$|^[ \t]*(?:[-*+]|\d{1,3}\.)[ ]\[[ xX]\]"
    r"|(?<![*\\])\*{1,3}(?!\*)|(?<![_\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![_\w])",
    re.MULTILINE | re.DOTALL,
)


def markdown_syntax(text: str) -> Iterator[Span]:
    """The places of the syntax in a Markdown file, in order."""
    for found in SYNTAX.finditer(text):
        yield Span(*found.span())
