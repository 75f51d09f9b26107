"""Whether two statements share a passage by accident, not planted."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from bench.screen.corpus import Corpus
from bench.screen.wording import masked

LENGTH = 20


def passages(text: str, length: int = LENGTH) -> frozenset[str]:
    """All stretches of `length` characters that hold no set wording."""
    return frozenset(
        text[start : start + length]
        for piece in _pieces(masked(text))
        for text in (piece,)
        for start in range(len(piece) - length + 1)
    )


def _pieces(plain: str) -> list[str]:
    return [piece for piece in plain.split(" ") if len(piece) >= LENGTH]


def really_share(corpus: Corpus) -> Callable[[int, int], bool]:
    """Made ready for many questions about one corpus; it keeps the passages of the last hundred statements."""
    of = lru_cache(maxsize=100)(lambda number: passages(corpus.statement(number).text))
    return lambda left, right: not of(left).isdisjoint(of(right))
