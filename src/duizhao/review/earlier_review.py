"""What an earlier review left: our comments, their marks in the text, and our tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from duizhao.office.xml_text import ATTRIBUTES, Splice, attribute, children, local_name
from duizhao.review.answers import ANSWERS_PART, all_replies, answers_in
from duizhao.review.comments import Comment, comments_in
from duizhao.review.docx_parts import DocxParts
from duizhao.review.run_index import RunIndex
from duizhao.text import Aside, AsideKind, Edit, Source, Span, apply
from duizhao.text.own_author import is_ours

MARK = re.compile(
    rf"<((?:[^\s/>:]+:)?(commentRangeStart|commentRangeEnd|commentReference))(\s{ATTRIBUTES}?)(?:/>|>\s*</\1\s*>)"
)
CHANGE = re.compile(rf"<(?:[^\s/>:]+:)?(?:ins|del)\s{ATTRIBUTES}>")
KINDS = frozenset((AsideKind.COMMENT, AsideKind.INSERTED, AsideKind.DELETED))


def without_review(source: Source, data: bytes) -> Source:
    """A source without the asides of an earlier review and the replies to its comments: they are no faults.

    `data` is the package that `source` was read from.
    """
    if not any(aside.kind in KINDS and _is_ours(aside) for aside in source.asides):
        return source
    replies = reply_places(source, data, to_ours=True)
    kept = (
        aside
        for at, aside in enumerate(source.asides)
        if at not in replies and not (aside.kind in KINDS and _is_ours(aside))
    )
    return replace(source, asides=tuple(kept))


def original(source: Source) -> str:
    """The text of a reviewed copy with all our changes refused."""
    edits = []
    for aside in source.asides:
        if aside.kind == AsideKind.INSERTED and _is_ours(aside):
            edits.append(Edit(aside.span, ""))
        elif aside.kind == AsideKind.DELETED and _is_ours(aside):
            edits.append(Edit(Span(aside.span.start, aside.span.start), aside.text))
    return apply(source.text, edits)


def _is_ours(aside: Aside) -> bool:
    return is_ours(aside.author)


def reply_places(source: Source, data: bytes, *, to_ours: bool = False) -> frozenset[int]:
    """The places among the asides of replies to comments, or to comments of ours alone."""
    parts = DocxParts(data, source.name)
    extended, comments = parts.related(ANSWERS_PART), parts.related("comments")
    if extended is None or comments is None:
        return frozenset()
    known = list(comments_in(comments.text))
    replies = (
        answers_in(extended.text, known).replies if to_ours else all_replies(extended.text, known)
    )
    # There is an aside for each comment, in the order of the part.
    places = [at for at, aside in enumerate(source.asides) if aside.kind == AsideKind.COMMENT]
    return frozenset(
        at
        for comment, at in zip(known, places, strict=False)
        if comment.key in replies and comment.author == source.asides[at].author
    )


def removable_comments(comments: Iterable[Comment], xml: str) -> tuple[Comment, ...]:
    """Our comments, except those that explain a change of ours which is neither accepted nor refused yet.

    `xml` is the main part.
    """
    ours = [comment for comment in comments if is_ours(comment.author)]
    if not ours:
        return ()
    pending = [
        found.start()
        for found in CHANGE.finditer(xml)
        if is_ours(attribute(found[0], "author") or "")
    ]
    marks: dict[str, list[int]] = {}
    for found in MARK.finditer(xml):
        marks.setdefault(attribute(found[3], "id") or "", []).append(found.start())
    return tuple(
        comment
        for comment in ours
        if not (comment.explains_change and _contains_any(marks.get(comment.key, ()), pending))
    )


def _contains_any(marks: Iterable[int], changes: Iterable[int]) -> bool:
    """Does a change begin between the first and the last mark of a comment?"""
    first, last = min(marks, default=0), max(marks, default=0)
    return any(first < at < last for at in changes)


def without_marks(xml: str, index: RunIndex, gone: Iterable[Comment]) -> Iterator[Splice]:
    """Remove the marks of the comments that are `gone`, and the runs that hold nothing else."""
    keys = {comment.key for comment in gone}
    if not keys:
        return
    runs = dict(_reference_runs(xml, index))
    for found in MARK.finditer(xml):
        if attribute(found[3], "id") in keys:
            start, end = runs.get(found.start(), (found.start(), found.end()))
            yield Splice(start, end, "")


def _reference_runs(xml: str, index: RunIndex) -> Iterator[tuple[int, tuple[int, int]]]:
    """The runs that hold nothing but the mark of one comment, by the place of the mark."""
    for run in index.runs.values():
        element = run.element
        if "commentReference" not in xml[element.inner : element.outer]:
            continue
        content = [
            each
            for each in children(xml, element.inner, element.outer)
            if local_name(each.name) != "rPr"
        ]
        if len(content) == 1 and local_name(content[0].name) == "commentReference":
            yield content[0].start, (element.start, element.end)


def marked_keys(xml: str) -> set[str]:
    """The ids of the comments that have marks in a part."""
    return {attribute(found[3], "id") or "" for found in MARK.finditer(xml)}
