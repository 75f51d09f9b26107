"""What an earlier review has left: our comments and their marks, found to be taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from duizhao.office.xml_text import ATTRIBUTES, Splice, attribute, children, local_name
from duizhao.review.comments import AUTHOR, Comment
from duizhao.review.skeleton import Skeleton

MARK = re.compile(
    rf"<((?:[^\s/>:]+:)?(commentRangeStart|commentRangeEnd|commentReference))(\s{ATTRIBUTES}?)(?:/>|>\s*</\1\s*>)"
)
CHANGE = re.compile(rf"<(?:[^\s/>:]+:)?(?:ins|del)\s{ATTRIBUTES}>")


def ours(comments: Iterable[Comment], xml: str) -> tuple[Comment, ...]:
    """Our comments, but for those on a change of ours that waits for its answer: they explain it."""
    mine = [comment for comment in comments if comment.author == AUTHOR]
    if not mine:
        return ()
    waiting = [
        found.start() for found in CHANGE.finditer(xml) if attribute(found[0], "author") == AUTHOR
    ]
    reach: dict[str, list[int]] = {}
    for found in MARK.finditer(xml):
        reach.setdefault(attribute(found[3], "id") or "", []).append(found.start())
    return tuple(
        comment
        for comment in mine
        if not comment.explains_change
        or not any(
            min(places) < at < max(places)
            for places in (reach.get(comment.key),)
            if places
            for at in waiting
        )
    )


def marks(xml: str, skeleton: Skeleton, gone: Iterable[Comment]) -> Iterator[Splice]:
    """The removal of the marks of comments that are `gone`, with the runs made for them alone."""
    keys = {comment.key for comment in gone}
    if not keys:
        return
    alone = dict(_reference_runs(xml, skeleton))
    for found in MARK.finditer(xml):
        if attribute(found[3], "id") in keys:
            start, end = alone.get(found.start(), (found.start(), found.end()))
            yield Splice(start, end, "")


def _reference_runs(xml: str, skeleton: Skeleton) -> Iterator[tuple[int, tuple[int, int]]]:
    """The runs that hold nothing but the mark of one comment, by the place of the mark."""
    for run in skeleton.runs.values():
        element = run.element
        if "commentReference" not in xml[element.inner : element.outer]:
            continue
        held = [
            each
            for each in children(xml, element.inner, element.outer)
            if local_name(each.name) != "rPr"
        ]
        if len(held) == 1 and local_name(held[0].name) == "commentReference":
            yield held[0].start, (element.start, element.end)


def used(xml: str) -> set[str]:
    """The ids of comments that the marks in a part speak of."""
    return {attribute(found[3], "id") or "" for found in MARK.finditer(xml)}
