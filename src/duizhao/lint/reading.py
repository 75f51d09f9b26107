"""One statement with everything known about it: the argument of every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.document import Document
from duizhao.lint.shared_text import Recurrence, SharedPassage
from duizhao.profiles import Profile
from duizhao.statement import Statement
from duizhao.text import Marks, Source, Span, value

if TYPE_CHECKING:
    from duizhao.layout import Layout


@value
class Reading:
    """A statement as text, as parsed document, and as interpreted. `marks` are the results of the one scan of its text.

    `layout` is the layout of the unit, None for the standard's. `shared` and `recurrences` are what filed documents
    have too, empty without an index.
    """

    source: Source
    marks: Marks
    document: Document
    statement: Statement
    layout: Layout | None = None
    shared: tuple[SharedPassage, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def profile(self) -> Profile:
        return self.statement.profile

    def of(self, span: Span | None) -> str:
        """The characters at `span`; empty for None."""
        return self.document.of(span)
