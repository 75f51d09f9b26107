"""Text escaped for a page."""

from __future__ import annotations

from duizhao.text.pattern import LazyPattern
from duizhao.text.visible import UNSEEN, named, shown

APART = LazyPattern(f"({UNSEEN.pattern})")


def escaped(text: str) -> str:
    """`text` as content. A character without a shape becomes a small box with its number."""
    # Imported here: a report on a terminal escapes nothing.
    from html import escape

    pieces = APART.split(text)
    if len(pieces) == 1:
        return escape(text)
    # re.split returns the separators in every second place.
    return "".join(
        f'<span class="unseen">{named(piece)}</span>' if at % 2 else escape(piece)
        for at, piece in enumerate(pieces)
    )


def attribute(text: str) -> str:
    """`text` for an attribute in double quotes, where no box can stand."""
    from html import escape

    return escape(shown(text))
