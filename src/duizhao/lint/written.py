"""Hits in the text as it was written, from hits of rules that looked at it in Simplified script."""

from __future__ import annotations

from duizhao.lint.finding import Hit
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

QUOTED = LazyPattern("“([^“”]+)”")
# A message quotes words that stand near its place.
FARTHEST_QUOTED = 3_000


def written_hit(hit: Hit, folded: str, text: str) -> Hit:
    """A hit in `folded` as one in `text`: it quotes what is written, and corrects in the script of the text.

    A correction that would need characters which the place does not have is left to the author.
    """
    span = Span(*hit.span)
    quote = _Quoting(span, folded, text)
    edits = tuple(_edit(edit, folded, text) for edit in hit.edits)
    return hit._replace(
        message=quote(hit.message),
        asks=quote(hit.asks),
        advice=quote(hit.advice),
        edits=tuple(edit for edit in edits if edit) if all(edits) else (),
    )


class _Quoting:
    """Puts the words that are written in place of those quoted in a message."""

    def __init__(self, span: Span, folded: str, text: str) -> None:
        self._start = max(0, span.start - FARTHEST_QUOTED)
        self._end = span.end + FARTHEST_QUOTED
        self._at = span.start
        self._folded = folded
        self._text = text

    def __call__(self, message: str) -> str:
        return QUOTED.sub(lambda found: f"“{self._written(found[1])}”", message)

    def _written(self, words: str) -> str:
        at = self._folded.find(words, self._at, self._end)
        if at < 0:
            at = self._folded.find(words, self._start, self._end)
        return words if at < 0 else self._text[at : at + len(words)]


def _edit(edit: Edit, folded: str, text: str) -> Edit | None:
    start, end = edit.span
    written = dict(zip(folded[start:end], text[start:end], strict=True))
    replacement = "".join(written.get(character, character) for character in edit.replacement)
    if len(edit.replacement) == end - start:
        # Character by character: what the correction keeps stays as it is written.
        replacement = "".join(
            text[start + at]
            if character == folded[start + at]
            else written.get(character, character)
            for at, character in enumerate(edit.replacement)
        )
    kept = set(text[start:end])
    is_new = any(
        character not in kept and "\u4e00" <= character <= "\u9fff" for character in replacement
    )
    return None if is_new else Edit(edit.span, replacement)
