"""How long a statement and its parts are, in characters without blanks."""

from __future__ import annotations

from duizhao.lint import Reading
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span


def characters(text: str, span: Span) -> int:
    """The characters of a span, blanks and line ends left out."""
    return sum(map(len, text[span.start : span.end].split()))


def body_of(reading: Reading) -> Span:
    """The statement without its title and what stands behind its text."""
    document = reading.document
    start = document.title[-1].end if document.title else document.span.start
    ends = [
        each.start for each in (document.signature, document.date) if each and each.start > start
    ]
    return Span(start, min(ends, default=document.span.end))


def length_of(statement: Statement, *kinds: ChapterKind) -> int:
    """The characters of all chapters of these kinds. One of several kinds counts once."""
    chapters = [each for each in statement.chapters if not set(kinds).isdisjoint(each.kinds)]
    return sum(characters(statement.text, each.span) for each in chapters)


def place_of(statement: Statement, kind: ChapterKind) -> Span:
    """The title of the first chapter of a kind, or the beginning of its text."""
    chapter = statement.chapters_of(kind)[0]
    if chapter.section is not None:
        return chapter.section.heading.title
    return Span(chapter.span.start, chapter.span.start + 1)
