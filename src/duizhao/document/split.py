"""Finds the statements in a source: most sources hold one, a collection holds many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from duizhao.document.labels import CHAPTER, LabelledLine, labels_at, names_statement
from duizhao.document.vocabulary import OTHER_SCRIPT, vocabulary
from duizhao.text import Marks, Source, Span
from duizhao.text.plain_script import in_plain_script

# A label with less text behind it is an entry of a table of contents.
SHORTEST_STATEMENT = 80


def split(source: Source, marks: Marks | None = None) -> tuple[Span, ...]:
    """The span of each statement in `source`, in order. Text before the first label belongs to the first statement.

    `marks` are the result of a scan with at least VOCABULARY; without them the text is scanned here.
    """
    text = source.text
    whole = Span(0, len(text))
    marks = marks or vocabulary().scan(text)
    if marks.get(OTHER_SCRIPT) and (plain := in_plain_script(text)) != text:
        return split(replace(source, text=plain))
    places = marks.get("document.part")
    labels = _with_text(labels_at(text, places), len(text)) if places else []
    if len(labels) < 2 or not _is_collection(text, labels):
        return (whole,)
    starts = [0, *(label.start for label in labels[1:]), len(text)]
    return tuple(Span(start, end) for start, end in pairwise(starts))


def _with_text(labels: Sequence[LabelledLine], end: int) -> list[LabelledLine]:
    ends = [*(label.start for label in labels[1:]), end]
    return [
        label
        for label, stop in zip(labels, ends, strict=False)
        if stop - label.end > SHORTEST_STATEMENT
    ]


def _is_collection(text: str, labels: Sequence[LabelledLine]) -> bool:
    """Whether labels separate statements, and not parts of one (第一篇 存在的问题, 第二篇 原因剖析)."""
    if any(label.names_part for label in labels):
        return False
    if any(names_statement(text, label) for label in labels):
        return True
    if any(label.words for label in labels):
        return labels[0].bracketed
    ends = [*(label.start for label in labels[1:]), len(text)]
    begun = [
        CHAPTER.search(text, label.end, stop) is not None
        for label, stop in zip(labels, ends, strict=True)
    ]
    return labels[0].bracketed or sum(begun) > 1
