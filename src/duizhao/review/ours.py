"""What an earlier review has left in a source: our asides, and the replies that people gave to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from duizhao.review import threads
from duizhao.review.comments import AUTHOR, comments_in
from duizhao.review.docx_parts import DocxParts
from duizhao.text import Aside, Edit, Source, Span, apply

KINDS = frozenset(("comment", "inserted", "deleted"))


def without_ours(source: Source, data: bytes) -> Source:
    """A source without what an earlier review said and what people replied to it: it is no fault of the document.

    `data` is the package that `source` was read from.
    """
    if not any(aside.kind in KINDS and _is_ours(aside) for aside in source.asides):
        return source
    said = set(_replies(source, data))
    kept = (
        aside
        for at, aside in enumerate(source.asides)
        if at not in said and not (aside.kind in KINDS and _is_ours(aside))
    )
    return replace(source, asides=tuple(kept))


def original(source: Source) -> str:
    """The text of a reviewed copy with all our changes refused."""
    edits = []
    for aside in source.asides:
        if _is_ours(aside) and aside.kind == "inserted":
            edits.append(Edit(aside.span, ""))
        elif _is_ours(aside) and aside.kind == "deleted":
            edits.append(Edit(Span(aside.span.start, aside.span.start), aside.text))
    return apply(source.text, edits)


def _is_ours(aside: Aside) -> bool:
    return aside.author == AUTHOR


def _replies(source: Source, data: bytes) -> Iterator[int]:
    """The places, among the asides, of replies to our comments; an aside stands for each comment, in its order."""
    opened = DocxParts(data, source.name)
    extended, part = opened.related(threads.KINDS[0]), opened.related("comments")
    if extended is None or part is None:
        return
    known = list(comments_in(part.text))
    replies = threads.answers(extended.text, known).replies
    places = [at for at, aside in enumerate(source.asides) if aside.kind == "comment"]
    for comment, at in zip(known, places, strict=False):
        if comment.key in replies and comment.author == source.asides[at].author:
            yield at
