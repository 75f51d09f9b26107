"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(wrong: str, known: Iterable[str], cutoff: float = 0.5) -> str | None:
    """The known name nearest to `wrong`, if one is at least `cutoff` like it (0 to 1)."""
    # Imported here: a run without a wrong name does not wait for it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(wrong, list(known), n=1, cutoff=cutoff)), None)


def hint(wrong: str, known: Iterable[str]) -> str:
    """“，是不是“…”？” for the known name nearest to `wrong`; "" if none is near."""
    near = nearest(wrong, known)
    return f"，是不是“{near}”？" if near else ""
