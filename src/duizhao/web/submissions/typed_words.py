"""Words as people type them into a form."""

from __future__ import annotations

from collections.abc import Mapping


def typed_words(given: Mapping[str, str], name: str) -> str:
    """The words of a field, without blanks around them."""
    return given.get(name, "").strip()
