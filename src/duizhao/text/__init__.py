"""Characters and their places: `Source`, `Span`, `Edit`, numerals, and the one scan over a text."""

from duizhao.text.edit import Edit, apply, compose
from duizhao.text.moves import Moves, moved_tables
from duizhao.text.place import place_in_words
from duizhao.text.scan import Marks, SortedStrings, Vocabulary, longest
from duizhao.text.source import (
    Aside,
    AsideKind,
    Origin,
    Position,
    Source,
    TextRow,
    TextTable,
    as_origin,
)
from duizhao.text.span import Span, as_span
from duizhao.text.value import value

__all__ = [
    "Aside",
    "AsideKind",
    "Edit",
    "Marks",
    "Moves",
    "Origin",
    "Position",
    "SortedStrings",
    "Source",
    "Span",
    "TextRow",
    "TextTable",
    "Vocabulary",
    "apply",
    "as_origin",
    "as_span",
    "compose",
    "longest",
    "moved_tables",
    "place_in_words",
    "value",
]
