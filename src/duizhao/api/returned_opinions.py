"""What reviewers returned with the first version: comments in its Word file, filled opinion sheets, plain texts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from duizhao.api.text_edit import edits_between
from duizhao.api.version_pairs import name_without_version
from duizhao.errors import UnreadableDocument
from duizhao.lint import Finding
from duizhao.report.opinion import FILE_LABEL, FIRST_PART, is_printed, is_title
from duizhao.report.versions.comparison import VersionComparison
from duizhao.report.versions.finding_outcome import FindingOutcome
from duizhao.report.versions.followed_opinion import FollowedOpinion, ReturnedOpinion
from duizhao.report.versions.paragraphs import FollowedParagraph, ParagraphOutcome, ParagraphTracker
from duizhao.review import label_in, reply_places, shown_author
from duizhao.text import AsideKind, Source, Span
from duizhao.text.numerals import value as number_of
from duizhao.text.own_author import is_ours

PLACE = re.compile("第\\s*([0-9０-９零一二三四五六七八九十百]{1,4})\\s*(?:自然)?[段行]")
QUOTE = re.compile("[“「]([^”」]{2,80})[”」]")
ENTRY_NUMBER = re.compile(
    "^(?:\\d{1,3}[．.、)）]|[·•*-]|[（(]?[一二三四五六七八九十]{1,3}[）)、])\\s*"
)
RULE_CODE = re.compile("[A-Z]{1,6}[0-9]{1,6}")
LONGEST_OPINION = 2_000
MOST_CHANGED = 0.1
"""The share of a text in which a reviewed copy of it may differ."""


def comments_in(first: Source, package: bytes | None = None) -> Iterator[ReturnedOpinion]:
    """The comments of a Word file, ours and those of people, without the replies to them.

    `package` holds its bytes, if it was not read from a path.
    """
    if not any(aside.kind is AsideKind.COMMENT for aside in first.asides):
        return
    replies = frozenset[int]()
    if first.format == "docx" and (package or first.path):
        # Where the part that links replies cannot be read, they are listed as other comments are.
        with suppress(UnreadableDocument, OSError):
            data = package or (first.path.read_bytes() if first.path else b"")
            replies = reply_places(first, data)
    for at, aside in enumerate(first.asides):
        if aside.kind is AsideKind.COMMENT and at not in replies and aside.text.strip():
            code = (label_in(aside.text) or "") if is_ours(aside.author) else ""
            # What we wrote about a whole file, such as the summary, is no opinion on a place.
            if is_ours(aside.author) and not RULE_CODE.fullmatch(code):
                continue
            author = shown_author(aside.author)
            yield ReturnedOpinion(author, _shown(aside.text, code), aside.span, code)


def _shown(text: str, code: str) -> str:
    """The words of a comment: all of a person's, fault and statement of ours."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " ".join(lines[:2] if code else lines)[:LONGEST_OPINION]


def opinions_in(
    text: Source, first: Source, *, is_one_of_many: bool = False
) -> Iterator[ReturnedOpinion]:
    """The opinions in a text about the first version: a line for each, or the entries of a filled opinion sheet.

    An opinion is about the paragraph that it names (第 5 段) or quotes. Of a version that `is_one_of_many`
    only the sheet that names its file is read.
    """
    for line in _lines_about(text, first, is_one_of_many):
        words = ENTRY_NUMBER.sub("", line).strip()
        if words:
            yield ReturnedOpinion("", words[:LONGEST_OPINION], _place(words, first))


def opinions_returned(
    returned: Source, package: bytes, first: Source
) -> tuple[ReturnedOpinion, ...]:
    """What came back with the first version: the comments of a reviewed copy of it, or the opinions in a text.

    A copy may have some words changed; its comments are found at their places in the first version.
    """
    edits = tuple(edits_between(returned.text, first.text))
    changed = sum(max(len(edit.replacement), len(edit.span.of(returned.text))) for edit in edits)
    if changed > MOST_CHANGED * len(first.text):
        return tuple(opinions_in(returned, first))

    def moved(offset: int) -> int:
        before = (edit for edit in edits if edit.span.end <= offset)
        return offset + sum(len(e.replacement) - (e.span.end - e.span.start) for e in before)

    return tuple(
        replace(
            each, span=Span(moved(each.span.start), moved(each.span.end)) if each.span else None
        )
        for each in comments_in(returned, package)
    )


def _lines_about(text: Source, first: Source, is_one_of_many: bool) -> list[str]:
    """The lines with opinions on this version."""
    lines = [line.strip() for line in text.text.splitlines()]
    pages = _pages(lines)
    if not pages:
        return [] if is_one_of_many else [line for line in lines if line]
    is_sole = len(pages) == 1 and not is_one_of_many
    own = [page for page in pages if is_sole or is_about(_file_of(page), first.name)]
    return [line for page in own for line in _entries(page) if not is_printed(line)]


def _pages(lines: Sequence[str]) -> list[list[str]]:
    """The pages of opinion sheets, from one title to the next."""
    pages: list[list[str]] = []
    for line in lines:
        if is_title(line):
            pages.append([])
        elif pages:
            pages[-1].append(line)
    return pages


def sheet_files(text: Source) -> list[str]:
    """The files that the pages of a text of opinion sheets name; nothing for another text."""
    return [_file_of(page) for page in _pages([line.strip() for line in text.text.splitlines()])]


def _file_of(page: Sequence[str]) -> str:
    return next((value for label, value in pairwise(page) if label == FILE_LABEL), "")


def is_about(field: str, name: str) -> bool:
    """Does the field of a sheet name this file, in whatever version?"""
    name = name.replace("\\", "/").rpartition("/")[2]
    if field.endswith("…"):
        return name.startswith(field.rstrip("…"))
    return bool(field) and name_without_version(field) == name_without_version(name)


def _entries(page: Sequence[str]) -> Iterator[str]:
    """The lines of a page below its head."""
    begins = next((at for at, line in enumerate(page) if line == FIRST_PART), len(page))
    yield from filter(None, page[begins:])


def _place(words: str, first: Source) -> Span | None:
    """The words that an opinion quotes, in the paragraph that it names; else the paragraph, or the words alone."""
    quotes = [quote.rstrip("…") for quote in QUOTE.findall(words)]
    if named := PLACE.search(words):
        number = number_of(named[1]) or 0
        if 0 < number <= first.position(len(first.text)).line:
            paragraph = first.line(number)
            return next(_found(quotes, first.text, paragraph), paragraph)
    return next(_found(quotes, first.text, Span(0, len(first.text))), None)


def _found(quotes: Iterable[str], text: str, within: Span) -> Iterator[Span]:
    for quote in quotes:
        at = text.find(quote, *within) if len(quote) > 1 else -1
        if at >= 0:
            yield Span(at, at + len(quote))


def followed(
    opinions: Iterable[ReturnedOpinion], comparison: VersionComparison
) -> tuple[FollowedOpinion, ...]:
    """Each opinion with what became of its place, in text order; those without a place last."""
    first, second = comparison.first.source, comparison.second.source
    tracker = ParagraphTracker(first, second)
    mended = set(map(id, comparison.mended))
    findings = sorted(comparison.first.findings, key=lambda each: each.span.start)
    longest = max((each.span.end - each.span.start for each in findings), default=0)

    def near(span: Span) -> Sequence[Finding]:
        """The findings that may meet a span: those that begin inside it, or not far before it."""
        begins = bisect_left(findings, span.start - longest, key=lambda each: each.span.start)
        ends = bisect_right(findings, span.end, key=lambda each: each.span.start)
        return findings[begins:ends]

    def follow(opinion: ReturnedOpinion) -> FollowedOpinion:
        if opinion.span is None:
            return FollowedOpinion(opinion, "", FollowedParagraph(ParagraphOutcome.UNPLACED))
        quote = opinion.span.of(first.text).strip()
        passage = tracker.at(opinion.span)
        has_words = bool(quote) and _bare(quote) in _bare(passage.now)
        about = [each for each in near(opinion.span) if _is_of(opinion, each)]
        outcome = None
        if about:
            is_mended = all(id(each) in mended for each in about)
            outcome = FindingOutcome.MENDED if is_mended else FindingOutcome.LEFT
        return FollowedOpinion(opinion, quote, passage, has_words, outcome)

    placed = sorted(
        opinions, key=lambda each: (each.span is None, each.span.start if each.span else 0)
    )
    return tuple(map(follow, placed))


def _is_of(opinion: ReturnedOpinion, finding: Finding) -> bool:
    """Does an opinion report this finding: as our comment, or in the words of an opinion sheet?"""
    if opinion.span is None or not _meet(finding.span, opinion.span):
        return False
    if opinion.code:
        return opinion.code == finding.code
    return finding.message.rstrip("。；：") in opinion.text


def _bare(text: str) -> str:
    return "".join(text.split())


def _meet(one: Span, other: Span) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
