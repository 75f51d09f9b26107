"""A text as it stands in an editor, saved or not, and its places in the editor's count.

An editor counts lines from 0 and, within a line, UTF-16 code units: a character outside the basic plane is two.
We count characters of the whole text.
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

Change = types.TextDocumentContentChangeEvent


@dataclass(frozen=True)
class Draft:
    """A text by the name its editor has for it. Each change makes a new one."""

    uri: str
    source: api.Source
    version: int | None = None

    @classmethod
    def of(cls, opened: types.TextDocumentItem) -> Draft | None:
        """The text that an editor has opened; None where it is not for us: no text, or a view of something else."""
        place = to_fs_path(opened.uri)
        if place is None and not opened.uri.startswith(UNSAVED):
            return None
        path = Path(place) if place else None
        suffix = path.suffix.lower().lstrip(".") if path else ""
        form = suffix if suffix in api.TEXT else LANGUAGES.get(opened.language_id)
        if form is None:
            return None
        name = str(path) if path else opened.uri.removeprefix(UNSAVED)
        return cls(opened.uri, api.Source(opened.text, name, path, form), opened.version)

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
        """A character offset as the editor counts."""
        line = self.source.position(offset).line
        return types.Position(line - 1, self._units(self.source.line(line).start, offset))

    def offset(self, position: types.Position) -> int:
        """An editor's position as a character offset; what lies behind the end of a line or the text is that end."""
        if position.line >= self.source.position(len(self.text)).line:
            return len(self.text)
        start, end = self.source.line(position.line + 1)
        inside = range(start, end)
        units = bisect_left(inside, position.character, key=lambda at: self._units(start, at))
        return start + units

    def range(self, span: tuple[int, int]) -> types.Range:
        """A span as the editor counts."""
        return types.Range(*map(self.position, span))

    def span(self, place: types.Range) -> Span:
        """A range of the editor's as character offsets."""
        return Span(self.offset(place.start), self.offset(place.end))

    def changed(self, changes: Iterable[Change], version: int | None) -> Draft:
        """The draft after changes that were made one after another."""
        draft = self
        for change in changes:
            draft = replace(draft, source=replace(draft.source, text=draft._after(change)))
        return replace(draft, version=version)

    def _after(self, change: Change) -> str:
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return change.text
        start, end = self.span(change.range)
        return self.text[:start] + change.text + self.text[end:]
