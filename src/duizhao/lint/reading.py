"""One statement with everything that is known of it: what a rule is given."""

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
    """A statement, read, taken apart and interpreted; `marks` hold what the one scan over its text found.

    `layout` is the unit's own, None for that of the standard. `shared` and `recurrences` are what filed documents have
    too; nothing where no index was asked.
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
        """The characters at `span`; nothing for None."""
        return self.document.of(span)
