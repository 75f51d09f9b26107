"""Hits in the text as it was written, from hits of rules that looked at it in plain script."""

from __future__ import annotations

from duizhao.lint.finding import Hit
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern
from duizhao.text.pinyin import as_written, glossed_words, touches

QUOTED = LazyPattern("“([^“”]+)”")
# A message quotes words that stand near its place.
FARTHEST_QUOTED = 3_000


class HitAsWritten:
    """Turns a hit in the plain text into one in the text: it quotes what is written, and corrects in its script.

    A correction that would need characters which the place does not have is left to the author.
    """

    def __init__(self, plain: str, text: str) -> None:
        self._plain = plain
        self._text = text
        self._words = glossed_words(text)

    def __call__(self, hit: Hit) -> Hit:
        """The hit as one in the text that was written."""
        at = hit.span[0]
        edits = tuple(map(self._edit, hit.edits))
        return hit._replace(
            span=self._place(hit.span),
            message=self._quoting(hit.message, at),
            asks=self._quoting(hit.asks, at),
            advice=self._quoting(hit.advice, at),
            edits=tuple(edit for edit in edits if edit) if all(edits) else (),
            related=tuple((self._place(span), why) for span, why in hit.related),
        )

    def _place(self, span: Span) -> Span:
        return as_written(Span(*span), self._words)

    def _quoting(self, message: str, at: int) -> str:
        return QUOTED.sub(lambda found: f"“{self._written(found[1], at)}”", message)

    def _written(self, words: str, near: int) -> str:
        farthest = near + FARTHEST_QUOTED
        at = self._plain.find(words, near, farthest)
        if at < 0:
            at = self._plain.find(words, max(0, near - FARTHEST_QUOTED), farthest)
        return words if at < 0 else self._place(Span(at, at + len(words))).of(self._text)

    def _edit(self, edit: Edit) -> Edit | None:
        start, end = edit.span
        written, plain = self._text[start:end], self._plain[start:end]
        if touches(edit.span, self._words):
            return None
        by_character = dict(zip(plain, written, strict=True))
        replacement = "".join(
            written[at]
            if at < len(plain) == len(edit.replacement) and plain[at] == character
            else by_character.get(character, character)
            for at, character in enumerate(edit.replacement)
        )
        is_new = any(
            character not in written and "\u4e00" <= character <= "\u9fff"
            for character in replacement
        )
        return None if is_new else Edit(edit.span, replacement)
