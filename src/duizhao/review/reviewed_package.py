"""A Word file and its findings → the same file with comments and, if asked for, tracked changes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress, count
from operator import not_

from duizhao.errors import UnreadableDocument
from duizhao.lint import Finding, Rule, groups
from duizhao.office.limits import MAX_MARKUP
from duizhao.office.package_edit import PackageEdit
from duizhao.office.xml_text import XmlText, spliced, storable
from duizhao.read import read_bytes
from duizhao.review import earlier_review
from duizhao.review.answers import (
    ANSWERS_PART,
    ROW_PARTS,
    AnsweredComments,
    answered_comments,
    answers_in,
    without_rows,
)
from duizhao.review.author import marked_author
from duizhao.review.comments import EMPTY, Comment, NewComment, comments_in, with_comments
from duizhao.review.docx_parts import DocxParts
from duizhao.review.open_body import OpenBody
from duizhao.review.planned_comment import CommentPlanner, PlannedComment
from duizhao.review.tracked_changes import TrackedChanges, trimmed
from duizhao.text import Edit, Source, Span, apply

COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
MAX_CHANGES = 8_000
"""In one copy: more than anybody goes through, and Word itself gets slow."""


@dataclass(frozen=True, slots=True)
class ReviewedPackage:
    """The bytes of a reviewed copy, and its text with all our changes refused, as it was read from these bytes.

    `comments` and `changes` count what was put in. `unplaced` are the findings and `unmarked` the edits for which the
    document has no place: a number that Word makes itself stands in no run. `answered` counts our comments of an
    earlier review that stay because people have answered them.
    """

    data: bytes
    text: str
    comments: int
    changes: int
    unplaced: tuple[Finding, ...] = ()
    unmarked: tuple[Edit, ...] = ()
    answered: int = 0


def review(
    data: bytes,
    source: Source,
    findings: Sequence[Finding],
    *,
    rules: Mapping[str, Rule],
    edits: Iterable[Edit],
    moment: datetime,
    author: str | None = None,
    head: Span | None = None,
) -> ReviewedPackage:
    """The reviewed copy of the package `data`, from which `source` was read. `edits` become tracked changes.

    `author` is the name that comments and changes bear, None for our own. Comments on the whole text hang on `head`,
    by default its first line.

    Raises UnreadableDocument if the copy would not have the same text.
    """
    return _Review(data, source, moment, marked_author(author)).write(
        findings, rules, edits, head or _first_line(source)
    )


class _Review:
    """The making of one copy."""

    def __init__(self, data: bytes, source: Source, moment: datetime, author: str) -> None:
        self._data, self._source, self._author = data, source, author
        self._moment = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._parts = DocxParts(data, source.name)
        opened = OpenBody.from_parts(self._parts, source)
        self._xml, self._body = opened.xml, opened.body
        self._is_strict, self._namespace = opened.is_strict, opened.namespace

    def write(
        self,
        findings: Sequence[Finding],
        rules: Mapping[str, Rule],
        edits: Iterable[Edit],
        head: Span,
    ) -> ReviewedPackage:
        """The copy, read again and compared."""
        marked, unmarked = self._mark(edits)
        changed = {place for edit in marked for place in _touched(edit)}

        def is_fixed(finding: Finding) -> bool:
            return any(place in changed for edit in finding.edits for place in _touched(edit))

        planner = CommentPlanner(self._source, rules, head, is_fixed)
        edit, made, unplaced, answered = self._comment(planner.plan(groups(findings)))
        copy = edit.to_bytes() if edit else self._data
        # Let go first: together with the copy that is read again it would take twice the memory.
        del self._body, self._xml, self._parts, edit
        return ReviewedPackage(
            data=copy,
            text=self._text_of_copy(copy, marked),
            comments=made,
            changes=len(marked),
            unplaced=unplaced,
            unmarked=unmarked,
            answered=answered,
        )

    def _mark(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
        """Put the edits into the body as tracked changes. Returns those that found a place, and those that did not."""
        changes = TrackedChanges(self._body, self._author, self._moment)
        wanted = [trimmed(edit, self._source.text) for edit in edits]
        real = [edit for edit in wanted if edit.span.start < edit.span.end or edit.replacement]
        if len(real) > MAX_CHANGES:
            raise self._too_large(f"修订会超过 {MAX_CHANGES:,} 处")
        put = list(map(changes.put, real))
        return tuple(compress(real, put)), tuple(compress(real, map(not_, put)))

    def _too_large(self, why: str) -> UnreadableDocument:
        reason = f"问题太多，审阅稿会大到无法读取（{why}）；请拆分后再审"
        return UnreadableDocument(self._source.name, reason)

    def _comment(
        self, planned: Sequence[PlannedComment]
    ) -> tuple[PackageEdit, int, tuple[Finding, ...], int]:
        """The changes to the package, the number of comments of this review, the findings without a place, and the
        number of answered comments that stay.
        """
        part = self._parts.target("comments")
        old = self._parts.read(part) if part else None
        known = list(comments_in(old.text)) if old else []
        answered = self._answered(known, planned)
        removable = earlier_review.removable_comments(known, self._xml.text)
        gone = tuple(comment for comment in removable if comment.key not in answered.kept)
        keys = self._free_keys(known, gone)
        new: list[NewComment] = []
        unplaced: list[Finding] = []
        for each in planned:
            if each in answered.needless:
                continue
            key = next(keys)
            if self._body.comment(key, each.span):
                new.append(NewComment(key, each.lines))
            else:
                unplaced += each.findings
        edit = self._package_edit(part, old, gone, new)
        made = len(new) + len(answered.needless)
        return edit, made, tuple(unplaced), len(removable) - len(gone)

    def _answered(
        self, known: Sequence[Comment], planned: Sequence[PlannedComment]
    ) -> AnsweredComments:
        xml = self._parts.related(ANSWERS_PART)
        if xml is None:
            return AnsweredComments()
        answers = answers_in(xml.text, known)
        return answered_comments(answers, known, self._source, planned, self._body.commented)

    def _package_edit(
        self,
        part: str | None,
        old: XmlText | None,
        gone: Sequence[Comment],
        new: Sequence[NewComment],
    ) -> PackageEdit:
        edit = PackageEdit(self._parts.package)
        # Old marks first: where one ends at the place where a new one begins, the new one comes behind.
        splices = [
            *earlier_review.without_marks(self._xml.text, self._body.index, gone),
            *self._body.splices(),
        ]
        if splices:
            text = spliced(self._xml.text, splices)
            if text.count("<") > MAX_MARKUP:
                raise self._too_large(f"标记会超过 {MAX_MARKUP:,} 个")
            edit.put(self._parts.main, XmlText(text, self._xml.encoding).to_bytes())
        if not new and not gone:
            return edit
        if part is None or old is None:
            part = self._introduce(edit, part)
            old = XmlText(EMPTY.format(self._namespace))
        text = with_comments(
            old.text, self._namespace, gone, new, author=self._author, moment=self._moment
        )
        edit.put(part, XmlText(text, old.encoding).to_bytes())
        for name, data in self._rows_changed(gone):
            edit.put(name, data)
        return edit

    def _introduce(self, edit: PackageEdit, part: str | None) -> str:
        """Make a new comments part known to the package, and return its name."""
        main = self._parts.main
        if part is None:
            part = edit.free_name(posixpath.join(posixpath.dirname(main), "comments.xml"))
            edit.relate(main, "comments", part, is_strict=self._is_strict)
        edit.declare(part, COMMENTS_TYPE)
        return part

    def _rows_changed(self, gone: Sequence[Comment]) -> Iterator[tuple[str, bytes]]:
        """The parts that know comments by their paragraphs, where they lose a row."""
        known = {}
        for kind in ROW_PARTS:
            part = self._parts.target(kind)
            xml = self._parts.read(part) if part else None
            if part and xml:
                known[part] = xml
        for name, text in without_rows(((n, xml.text) for n, xml in known.items()), gone):
            yield name, XmlText(text, known[name].encoding).to_bytes()

    def _free_keys(self, known: Iterable[Comment], gone: Iterable[Comment]) -> Iterator[int]:
        """The ids of comments that neither a comment that stays nor a mark in the text has."""
        free = {comment.key for comment in gone}
        taken = {comment.key for comment in known} | earlier_review.marked_keys(self._xml.text)
        kept = taken - free
        return (key for key in count() if str(key) not in kept)

    def _text_of_copy(self, copy: bytes, marked: Sequence[Edit]) -> str:
        """The original text, read from the copy. Raises UnreadableDocument if the copy does not hold it."""
        source = self._source
        try:
            read = read_bytes(copy, source.name)
        except UnreadableDocument as fault:
            # The original could be read: with all its comments and changes the copy passes a limit.
            raise self._too_large(fault.reason) from None
        text = earlier_review.original(read)
        with_changes = storable(apply(source.text, marked))
        if read.text != with_changes or text != storable(earlier_review.original(source)):
            raise UnreadableDocument(
                source.name, "审阅稿的文字会与原文不同，没有写出；请用 Word 打开后另存为 .docx 再试"
            )
        return text


def _touched(edit: Edit) -> range:
    """The characters of an edit, or the one before which it inserts."""
    return range(edit.span.start, max(edit.span.end, edit.span.start + 1))


def _first_line(source: Source) -> Span:
    """The first line that has words."""
    text = source.text
    return source.line(source.position(len(text) - len(text.lstrip())).line)
