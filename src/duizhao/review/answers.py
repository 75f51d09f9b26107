"""What people made of our comments: they replied, or marked them as done. An answered comment stays.

Newer Words keep this in parts of their own, with a row for each comment, which they know by its last paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from duizhao.office.xml_text import Splice, XmlElement, attribute, children, first_tag, spliced
from duizhao.review.comments import Comment
from duizhao.review.planned_comment import PlannedComment
from duizhao.review.remark import label_in
from duizhao.text import AsideKind, Source, Span
from duizhao.text.own_author import is_ours

ANSWERS_PART = "commentsExtended"
ROW_PARTS = (ANSWERS_PART, "commentsIds", "commentsExtensible")
TRUE = ("1", "true", "on")
Parents = Mapping[str | None, str | None]


class Answers(NamedTuple):
    """The ids of comments that people replied to, of those marked as done, and of the replies below one of ours."""

    replied: frozenset[str]
    done: frozenset[str]
    replies: frozenset[str]


class AnsweredComments(NamedTuple):
    """The ids of the comments that stay, and the planned ones that they make needless."""

    kept: frozenset[str] = frozenset()
    needless: frozenset[PlannedComment] = frozenset()


def answers_in(xml: str, comments: Sequence[Comment]) -> Answers:
    """Read the part `commentsExtended`. A reply counts for every comment above it in its thread."""
    owners = {mark: comment for comment in comments for mark in comment.paragraphs}
    tags = [xml[row.start : row.inner] for row in _rows(xml)]
    parents = {attribute(tag, "paraId"): attribute(tag, "paraIdParent") for tag in tags}
    done = {attribute(tag, "paraId") for tag in tags if attribute(tag, "done") in TRUE}
    ours = [mark for mark in parents if mark in owners and is_ours(owners[mark].author)]
    replied = _above(set(parents) - set(ours), parents)
    return Answers(
        *(
            frozenset(owners[mark].key for mark in marks if mark in owners)
            for marks in (replied, done, _below(ours, parents) - set(ours))
        )
    )


def all_replies(xml: str, comments: Sequence[Comment]) -> frozenset[str]:
    """The ids of the comments that are replies, by the part `commentsExtended`."""
    owners = {mark: comment.key for comment in comments for mark in comment.paragraphs}
    tags = (xml[row.start : row.inner] for row in _rows(xml))
    below = (attribute(tag, "paraId") for tag in tags if attribute(tag, "paraIdParent"))
    return frozenset(owners[mark] for mark in below if mark in owners)


def _above(marks: Iterable[str | None], parents: Parents) -> set[str | None]:
    """The rows above the rows `marks`, up to the tops of their threads."""
    found: set[str | None] = set()
    for mark in marks:
        # Whatever is above a row that was found was found with it; so a circle ends too.
        while (mark := parents.get(mark)) is not None and mark not in found:
            found.add(mark)
    return found


def _below(marks: Iterable[str | None], parents: Parents) -> set[str | None]:
    """The rows below the rows `marks`, down to the ends of their threads."""
    replies_to = defaultdict(list)
    for mark, parent in parents.items():
        replies_to[parent].append(mark)
    found: set[str | None] = set()
    waiting = list(marks)
    while waiting:
        new = [mark for mark in replies_to[waiting.pop()] if mark not in found]
        found.update(new)
        waiting += new
    return found


def answered_comments(
    answers: Answers,
    comments: Sequence[Comment],
    source: Source,
    planned: Iterable[PlannedComment],
    commented: Callable[[Span], Span | None],
) -> AnsweredComments:
    """The comments that stay: those replied to, or the reply would make no sense; and those marked as done, as long
    as their finding is still there. `commented` gives the characters that a comment on a span covers.
    """
    reported = dict(_reported(comments, source, answers.replied | answers.done))
    repeated = {}
    for each in planned if reported else ():
        span = commented(each.span)
        if span is not None and (each.label, span) in reported:
            repeated[each] = reported[each.label, span]
    return AnsweredComments(answers.replied | set(repeated.values()), frozenset(repeated))


def _reported(
    comments: Sequence[Comment], source: Source, keys: frozenset[str]
) -> Iterator[tuple[tuple[str, Span], str]]:
    """The labels of our comments and the characters that they hang on, with the id of the comment."""
    # There is an aside for each comment, in the order of the part.
    asides = [aside for aside in source.asides if aside.kind == AsideKind.COMMENT]
    for comment, aside in zip(comments, asides, strict=False):
        label = label_in(aside.text)
        is_reported = comment.author == aside.author and is_ours(aside.author)
        if comment.key in keys and is_reported and label:
            yield (label, aside.span), comment.key


def without_rows(
    parts: Iterable[tuple[str, str]], gone: Iterable[Comment]
) -> Iterator[tuple[str, str]]:
    """The parts that change, by name, without the rows of the comments that are `gone`.

    `parts` are in the order of `ROW_PARTS`: the last of them knows comments by ids that the one before it gives.
    """
    keys = {mark for comment in gone for mark in comment.paragraphs}
    for name, xml in parts if keys else ():
        splices = []
        for row in _rows(xml):
            tag = xml[row.start : row.inner]
            marks = {attribute(tag, "paraId"), attribute(tag, "durableId")} - {None}
            if marks & keys:
                keys |= {mark for mark in marks if mark}
                splices.append(Splice(row.start, row.end, ""))
        if splices:
            yield name, spliced(xml, splices)


def _rows(xml: str) -> Iterator[XmlElement]:
    # No element follows the outermost one, so its end need not be looked for.
    return children(xml, first_tag(xml).end(), len(xml))
