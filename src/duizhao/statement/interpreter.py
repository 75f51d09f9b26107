"""Reads a document as a statement: its parts by kind, what they say, and what answers what."""

from __future__ import annotations

from functools import cache

from duizhao.document import Document
from duizhao.profiles import Profile
from duizhao.statement.cues import Cues
from duizhao.statement.details import Details, by_kind
from duizhao.statement.outline import Outline
from duizhao.statement.recognise import why_not_a_statement
from duizhao.statement.statement import Statement
from duizhao.statement.vocabulary import VOCABULARY
from duizhao.text import Marks, Vocabulary


@cache
def vocabulary() -> Vocabulary:
    """The strings this floor looks for, made ready."""
    return Vocabulary(VOCABULARY)


def interpret(
    document: Document, profile: Profile, why: str = "", marks: Marks | None = None
) -> Statement:
    """What a document says, read under a profile; `why` is the reason this profile was chosen.

    `marks` are what a scan with at least VOCABULARY found in the source; without them the text is scanned here.
    Never raises: a text that is no statement comes back with `recognised` False, the reason in `why`, and no parts.
    """
    text = document.text
    marks = marks or vocabulary().scan(text)
    known = profile.names
    outline = Outline(document, known, Cues(text, marks))
    outline.walk()
    against = why_not_a_statement(document, outline.chapters, outline.points)
    if against:
        return Statement(document, profile, False, against)
    problems, causes, measures = by_kind(Details(text, outline.points, known, marks))
    own_answers = {
        point.span: (point.behind, text[point.span.start : point.claim.start + 4])
        for point in outline.points
        if point.behind
    }
    return Statement(
        document=document,
        profile=profile,
        recognised=True,
        why=why,
        chapters=tuple(outline.chapters),
        aspects=tuple(outline.aspects),
        problems=tuple(problems),
        causes=tuple(causes),
        measures=tuple(measures),
        own_answers=own_answers,
    )
