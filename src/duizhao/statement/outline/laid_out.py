"""Whether the layout of a statement shows what each of its points is, so that no word needs to be weighed."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document import Document
from duizhao.profiles import ChapterKind
from duizhao.statement.model import CHAIN_KINDS, Chapter
from duizhao.statement.outline.kinds import kinds
from duizhao.statement.outline.labels_of_points import is_counter, is_list_of_signs
from duizhao.statement.outline.own_answers import are_counted_with_answers
from duizhao.statement.outline.points import Point

LONGEST_LABEL = 8


def shows_its_points(
    document: Document, chapters: Sequence[Chapter], points: Sequence[Point]
) -> bool:
    """Whether tables, signs, or numbers below titles and labels that announce the kinds show all points."""
    if not points:
        return False
    return (
        any(each.table for each in document.paragraphs)
        or any(is_counter(document.of(each.title)) for each in document.headings)
        or is_list_of_signs(document, [each.span.start for each in points])
        or _are_counted(document, points, is_announced=_announces_all(chapters))
        or are_counted_with_answers(document, points)
    )


def _announces_all(chapters: Sequence[Chapter]) -> bool:
    """Whether titles announce the problems, the causes and the measures."""
    return set(CHAIN_KINDS).issubset(
        kind for each in chapters if each.is_announced for kind in each.kinds
    )


def _are_counted(document: Document, points: Sequence[Point], *, is_announced: bool) -> bool:
    """Whether each problem has a number, and each measure a number or its label; causes are told in words of their own.

    What titles do not announce, labels must: 整改措施：.
    """
    counted = {item.span.start for item in document.items}
    counted.update(each.span.start for each in document.headings if each.marker)
    asked = [each for each in points if each.kind is not ChapterKind.CAUSES]
    bare = [each for each in asked if each.span.start not in counted]
    if not asked or not all(_has_label(document.text, each) for each in bare):
        return False
    return is_announced or any(each.kind is ChapterKind.MEASURES for each in bare)


def _has_label(text: str, point: Point) -> bool:
    """Whether a label stands ahead of a point or opens it."""
    start = point.span.start
    opening, colon, _ = text[start : start + LONGEST_LABEL].partition("：")
    return text[max(0, start - 1) : start] in ("：", "】") or bool(colon and kinds(opening))
