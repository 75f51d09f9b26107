"""The words of row drafts as they are written, where a statement was read in plain script."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from duizhao.text import Span
from duizhao.text.pattern import LazyPattern
from duizhao.text.pinyin import as_written, glossed_words

PIECE = LazyPattern("[^；、，。：（）()]+")
# Words of our own: 原因（第3段）点名：理论学习, an aspect of the profile.
OWN = frozenset(("basis", "aspect", "place"))

Draft = TypeVar("Draft")


class WrittenWords:
    """Puts the words of a text in place of those of its plain form."""

    def __init__(self, plain: str, text: str) -> None:
        self._plain = plain
        self._text = text
        self._glossed = glossed_words(text)

    def of(self, draft: Draft) -> Draft:
        """A draft, or a part of one, with its words as they are written."""
        return self._value(draft)  # type: ignore[return-value]

    def _value(self, found: object) -> object:
        if isinstance(found, str):
            return self._words(found)
        if isinstance(found, Span):
            return found
        if isinstance(found, tuple):
            return tuple(map(self._value, found))
        if is_dataclass(found) and not isinstance(found, type):
            changed = {
                each.name: self._value(getattr(found, each.name))
                for each in fields(found)
                if each.name not in OWN
            }
            return replace(found, **changed)
        return found

    def _words(self, words: str) -> str:
        whole = self._written(words)
        if whole is not None:
            return whole
        return PIECE.sub(lambda piece: self._written(piece[0]) or piece[0], words)

    def _written(self, words: str) -> str | None:
        at = self._plain.find(words) if words else -1
        if at < 0:
            return None
        return as_written(Span(at, at + len(words)), self._glossed).of(self._text)
