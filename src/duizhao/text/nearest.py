"""The name that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def hint(wrong: str, known: Iterable[str]) -> str:
    """“，是不是“…”？” for the known name nearest to `wrong`; empty where none is near."""
    # Imported where a mistake was made: nobody who made none waits for it.
    from difflib import get_close_matches

    near = get_close_matches(wrong, list(known), n=1, cutoff=0.5)
    return f"，是不是“{near[0]}”？" if near else ""
