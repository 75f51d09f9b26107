"""One statement with everything known about it: the argument of every rule."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from duizhao.document import Document
from duizhao.lint.shared_text import DroppedMeasures, Recurrence, SharedPassage
from duizhao.profiles import PaperKind, Profile
from duizhao.statement import Statement
from duizhao.text import Marks, Source, Span, value
from duizhao.text.pattern import LazyPattern

if TYPE_CHECKING:
    from duizhao.layout import Layout

LIST_TITLE = LazyPattern("(?:清单|一览表|情况表|登记表)(?:[（(][^）)]*[）)])?$")


@value
class Reading:
    """A statement as text, as parsed document, and as interpreted. `marks` are the results of the one scan of its text.

    `layout` is the layout of the unit, None for the standard's. `shared` and `recurrences` are what filed documents
    have too, `dropped` is what only last year's has; all empty without an index. `plain` is the same reading over the
    text in plain script, at which rules look, where the text has Traditional characters or pinyin.
    """

    source: Source
    marks: Marks
    document: Document
    statement: Statement
    layout: Layout | None = None
    shared: tuple[SharedPassage, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    dropped: tuple[DroppedMeasures, ...] = ()
    plain: Reading | None = None
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Rules ask for it some hundred times a text: a property costs three times as much.
        object.__setattr__(self, "text", self.source.text)

    @property
    def profile(self) -> Profile:
        return self.statement.profile

    @property
    def oneself(self) -> str:
        """What a question calls the one who examines himself: 自己, or in a team's statement 班子."""
        return "班子" if self.statement.kind is PaperKind.TEAM else "自己"

    @property
    def is_list(self) -> bool:
        """Whether the title calls it a list (个人检视问题清单): problems and measures without prose."""
        return LIST_TITLE.search(self.document.whole_title) is not None

    def of(self, span: Span | None) -> str:
        """The characters at `span`; empty for None."""
        return self.document.of(span)

    def written_in(self, source: Source, marks: Marks) -> Reading:
        """The same reading over `source`, the text as it was written, of which `marks` are the results of a scan."""
        document = replace(self.document, source=source)
        return replace(
            self,
            source=source,
            marks=marks,
            document=document,
            statement=replace(self.statement, document=document, plain=self.source),
            plain=self,
        )

    def looked_up(self) -> Reading:
        """The reading at which rules look."""
        if self.plain is None:
            return self
        return replace(
            self.plain, shared=self.shared, recurrences=self.recurrences, dropped=self.dropped
        )
