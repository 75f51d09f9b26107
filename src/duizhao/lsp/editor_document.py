"""A text in an editor, saved or not, and the conversion of its positions.

An editor counts lines from 0 and, within a line, UTF-16 code units: a character outside the basic plane has two.
duizhao counts characters of the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from duizhao import api
from duizhao.text import Span

WIDE = re.compile("[\U00010000-\U0010ffff]")
LANGUAGES = {"plaintext": "txt", "text": "txt", "markdown": "md"}
UNSAVED = "untitled:"

ContentChange = types.TextDocumentContentChangeEvent


@dataclass(frozen=True)
class EditorDocument:
    """One version of a text in an editor, under the URI that the editor gives it."""

    uri: str
    source: api.Source
    version: int | None = None

    @classmethod
    def from_item(cls, item: types.TextDocumentItem) -> EditorDocument | None:
        """The document that an editor has opened; None for one that is not plain text, or no document of its own."""
        place = to_fs_path(item.uri)
        if place is None and not item.uri.startswith(UNSAVED):
            return None
        path = Path(place) if place else None
        suffix = path.suffix.lower().lstrip(".") if path else ""
        form = suffix if suffix in api.TEXT_FORMATS else LANGUAGES.get(item.language_id)
        if form is None:
            return None
        name = str(path) if path else item.uri.removeprefix(UNSAVED)
        return cls(item.uri, api.Source(item.text, name, path, form), item.version)

    @property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def _wide(self) -> list[int]:
        """The offsets of the characters that take two units, in order."""
        return [found.start() for found in WIDE.finditer(self.text)]

    def _units(self, start: int, end: int) -> int:
        return end - start + bisect_left(self._wide, end) - bisect_left(self._wide, start)

    def position(self, offset: int) -> types.Position:
        """A character offset as a position in the editor."""
        line = self.source.position(offset).line
        return types.Position(line - 1, self._units(self.source.line(line).start, offset))

    def offset(self, position: types.Position) -> int:
        """A position in the editor as a character offset; beyond the end of a line or the text, that end."""
        if position.line >= self.source.position(len(self.text)).line:
            return len(self.text)
        start, end = self.source.line(position.line + 1)
        inside = range(start, end)
        units = bisect_left(inside, position.character, key=lambda at: self._units(start, at))
        return start + units

    def range(self, span: tuple[int, int]) -> types.Range:
        """A span as a range in the editor."""
        return types.Range(*map(self.position, span))

    def span(self, place: types.Range) -> Span:
        """A range in the editor as character offsets."""
        return Span(self.offset(place.start), self.offset(place.end))

    def with_changes(self, changes: Iterable[ContentChange], version: int | None) -> EditorDocument:
        """The next version: each change is applied to the result of those before it."""
        document = self
        for change in changes:
            document = replace(
                document, source=replace(document.source, text=document._after(change))
            )
        return replace(document, version=version)

    def _after(self, change: ContentChange) -> str:
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return change.text
        start, end = self.span(change.range)
        return self.text[:start] + change.text + self.text[end:]
