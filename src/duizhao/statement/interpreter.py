"""Interprets a document as a statement under a profile."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from duizhao.document import Document
from duizhao.profiles import REPORTS, PaperKind, Profile
from duizhao.statement.author import author_of
from duizhao.statement.cues import Cues
from duizhao.statement.facts.details import Details, by_kind
from duizhao.statement.model import BEHIND
from duizhao.statement.outline.duty_sections import without_problems_of_accounts
from duizhao.statement.outline.outline import Outline
from duizhao.statement.outline.points import Point
from duizhao.statement.recognition.recognise import why_not_a_statement
from duizhao.statement.statement import Statement
from duizhao.statement.vocabulary import VOCABULARY
from duizhao.text import Marks, Vocabulary
from duizhao.text.pattern import LazyPattern
from duizhao.text.plain_script import in_plain_script


@cache
def vocabulary() -> Vocabulary:
    """VOCABULARY alone, prepared for texts that were not scanned before."""
    return Vocabulary(VOCABULARY)


LABEL_BEFORE = LazyPattern("([^，。：:【\n \u3000]{2,8})[：:】]$")
LENGTH_OF_CUE = 4
"""究其原因, and most other cues."""


def _label(text: str, point: Point, cues: Cues) -> str:
    """The words that lead to an answer in the text of its problem, a label or a cue; else its place."""
    start, claim = point.span.start, point.claim.start
    if claim > start:
        return text[start:claim].rstrip("：:")
    if text[start - 1] in "：:】" and (
        label := LABEL_BEFORE.search(text, max(0, start - 16), start)
    ):
        return label[1]
    if any(end > begin for begin, end, _ in cues.within(start, start + 1)):
        return text[start : min(start + LENGTH_OF_CUE, point.claim.end)].rstrip("：:")
    return BEHIND


def interpret(
    document: Document,
    profile: Profile,
    why: str = "",
    marks: Marks | None = None,
    *,
    is_given: bool = False,
) -> Statement:
    """The statement that a document holds, under a profile; `why` is the reason for this profile.

    `marks` are the result of a scan with at least VOCABULARY; without them the text is scanned here.
    With `is_given` the document is taken for a statement, whatever it looks like.
    Never raises: a text that is no statement is returned with `recognised` False, the reason in `why`, and no parts.
    """
    text = document.text
    if marks is None:
        if (plain_text := in_plain_script(text)) != text:
            plain = replace(document.source, text=plain_text)
            found = interpret(replace(document, source=plain), profile, why, is_given=is_given)
            return replace(found, document=document, plain=plain)
        marks = vocabulary().scan(text)
    known = profile.names
    outline = Outline(document, known, Cues(text, marks))
    outline.walk()
    is_sure = is_given or profile.kind in REPORTS
    reason = "" if is_sure else why_not_a_statement(document, outline.chapters, outline.points)
    if reason:
        return Statement(document, profile, False, reason)
    outline.tell()
    # A report on rectification has points of feedback, and no chain between problems and measures.
    # A number with nothing behind it holds no point.
    chapters = outline.chapters
    points = [each for each in outline.points if each.claim.start < each.span.end]
    if profile.kind is PaperKind.INSPECTION:
        points = []
    elif profile.kind is PaperKind.DUTY:
        chapters, points = without_problems_of_accounts(document, chapters, points)
    problems, causes, measures = by_kind(Details(text, points, known, marks))
    own_answers = {
        point.span: (point.behind, _label(text, point, outline.cues))
        for point in points
        if point.behind
    }
    return Statement(
        document=document,
        profile=profile,
        recognised=True,
        why=why,
        kind=profile.kind or author_of(document, marks),
        chapters=tuple(chapters),
        aspects=tuple(outline.aspects),
        problems=tuple(problems),
        causes=tuple(causes),
        measures=tuple(measures),
        own_answers=own_answers,
    )
