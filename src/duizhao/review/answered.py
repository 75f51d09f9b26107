"""Our comments that people have answered: they stay, and what they say is not said again beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.lint import Finding
from duizhao.review.comments import AUTHOR, Comment
from duizhao.review.remark import code_in
from duizhao.review.threads import Answers
from duizhao.text import Source, Span

Place = tuple[str, Span]


class Answered(NamedTuple):
    """`kept` are the ids of the comments that stay; `repeated` the findings that they speak of already."""

    kept: frozenset[str] = frozenset()
    repeated: frozenset[Finding] = frozenset()


def answered(
    answers: Answers,
    known: Sequence[Comment],
    source: Source,
    findings: Iterable[Finding],
    covered: Callable[[Span], Span | None],
) -> Answered:
    """A comment that was replied to stays, so that the reply keeps its sense; one that was marked as done stays
    while its finding does. `covered` tells which characters a comment on a span covers.
    """
    said = dict(_said(known, source, answers.replied | answers.done))
    repeated = {}
    for finding in findings if said else ():
        span = covered(finding.span)
        if span is not None and (finding.code, span) in said:
            repeated[finding] = said[finding.code, span]
    return Answered(answers.replied | set(repeated.values()), frozenset(repeated))


def _said(
    known: Sequence[Comment], source: Source, keys: frozenset[str]
) -> Iterator[tuple[Place, str]]:
    """Which rule our comments speak for, and where; an aside stands for each comment of the part, in its order."""
    asides = [aside for aside in source.asides if aside.kind == "comment"]
    for comment, aside in zip(known, asides, strict=False):
        code = code_in(aside.text)
        if comment.key in keys and comment.author == aside.author == AUTHOR and code:
            yield (code, aside.span), comment.key
