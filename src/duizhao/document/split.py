"""Finds the statements in a source: most sources hold one, a collection holds many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from duizhao.document.frame.opening import DATELINE
from duizhao.document.labels import CHAPTER, LabelledLine, labels_at, names_statement
from duizhao.document.vocabulary import OTHER_SCRIPT, vocabulary
from duizhao.text import Marks, Source, Span
from duizhao.text.pattern import LazyPattern
from duizhao.text.plain_script import in_plain_script

# A label with less text behind it is an entry of a table of contents.
SHORTEST_STATEMENT = 80
END_OF_DATE = "日\n"
TITLE_BEHIND_DATE = LazyPattern(
    r"日\s+([^\n，。；：:！？“”]{0,40}(?:对照检查|剖析|检视|自查|检查|党性分析|述职|述责)[^\n，。；：:！？]{0,16}"
    r"(?:材料|报告|提纲|发言稿?))[ \u3000]*\n"
)


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
        starts = _behind_signatures(text)
    else:
        starts = [label.start for label in labels[1:]]
    return tuple(Span(*ends) for ends in pairwise((0, *starts, len(text)))) if starts else (whole,)


def _behind_signatures(text: str) -> list[int]:
    """Where a title follows the date below a signature: several people's statements in one file."""
    found: list[int] = []
    at = text.find(END_OF_DATE, SHORTEST_STATEMENT)
    while at >= 0:
        if title := TITLE_BEHIND_DATE.match(text, at):
            line = text.rfind("\n", 0, at) + 1
            is_long = (
                len(text) - title.end() > SHORTEST_STATEMENT < line - (found[-1] if found else 0)
            )
            if is_long and DATELINE.fullmatch(text[line : at + 1].strip()):
                found.append(title.start(1))
        at = text.find(END_OF_DATE, at + 2)
    return found


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
