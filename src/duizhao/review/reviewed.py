"""A Word file and what was found in it → the same file with comments and, if asked for, tracked changes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from duizhao.errors import UnreadableDocument
from duizhao.lint import Finding, Rule
from duizhao.office.limits import MAX_MARKUP
from duizhao.office.package_edit import PackageEdit
from duizhao.office.wordml import STRICT, WORD
from duizhao.office.xml_text import TagWriter, XmlText, prefixes_of, spliced, storable
from duizhao.read import read_bytes
from duizhao.review import earlier, threads
from duizhao.review.answered import Answered, answered
from duizhao.review.body import Body
from duizhao.review.changes import Changes, trimmed
from duizhao.review.comments import EMPTY, Comment, Remark, comments_in, rewritten
from duizhao.review.docx_parts import DocxParts
from duizhao.review.ours import original
from duizhao.review.remark import remark
from duizhao.text import Edit, Source, apply

COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
WORDS = {namespace[1:-1] for namespace in (WORD, STRICT)}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The bytes of a reviewed copy, and the text it has when all our changes are refused, as it was read from it.

    `comments` and `changes` count what was put in, `unplaced` are the findings and `unmarked` the edits that the
    document has no place for: nothing can be written into a number that Word makes itself. `answered` counts our
    comments of an earlier review that stay because people have answered them.
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
    rules: Mapping[str, Rule],
    edits: Iterable[Edit],
    moment: datetime,
) -> Reviewed:
    """The reviewed copy of the package `data`, which `source` was read from.

    `edits` become tracked changes. Raises UnreadableDocument where the copy would not hold the same text.
    """
    return _Review(data, source, moment).write(findings, rules, edits)


class _Review:
    """One copy in the making."""

    def __init__(self, data: bytes, source: Source, moment: datetime) -> None:
        self._data, self._source = data, source
        self._moment = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._opened = DocxParts(data, source.name)
        self._part = self._opened.main
        xml = self._opened.read(self._part)
        known = prefixes_of(xml.text, frozenset(WORDS)) if xml else None
        if xml is None or not known:
            raise UnreadableDocument(
                source.name, "正文的写法特殊，放不进批注；请用 Word 打开后另存为 .docx 再试"
            )
        self._xml = xml
        self._namespace = next(
            (each for each in (STRICT[1:-1],) if each in xml.text[:10_000]), WORD[1:-1]
        )
        names = TagWriter.from_xml(xml.text, self._namespace)
        self._body = Body(xml.text, source, known, names)

    def write(
        self, findings: Sequence[Finding], rules: Mapping[str, Rule], edits: Iterable[Edit]
    ) -> Reviewed:
        """The copy, read again and compared."""
        marked, unmarked = self._mark(edits)
        edit, unplaced, stay = self._comments(findings, rules, marked)
        copy = edit.to_bytes() if edit else self._data
        # What it was made with would double the memory of reading it.
        del self._body, self._xml, self._opened, edit
        return Reviewed(
            copy,
            self._proved(copy, marked),
            len(findings) - len(unplaced),
            len(marked),
            unplaced,
            unmarked,
            stay,
        )

    def _mark(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
        """Put the edits into the body as changes: those that found a place, and those that did not."""
        changes = Changes(self._body, self._moment)
        wanted = [trimmed(edit, self._source.text) for edit in edits]
        made = [edit for edit in wanted if edit.span.start < edit.span.end or edit.replacement]
        self._refuse_too_many(made)
        put = {edit: changes.put(edit) for edit in made}
        return tuple(e for e in made if put[e]), tuple(e for e in made if not put[e])

    def _refuse_too_many(self, edits: Iterable[Edit]) -> None:
        """Raises UnreadableDocument for more changes than a copy can hold, before the work of making it."""
        deleted, inserted = 2, 6
        tags = self._xml.text.count("<") + sum(
            deleted * (edit.span.start < edit.span.end) + inserted * bool(edit.replacement)
            for edit in edits
        )
        if tags > MAX_MARKUP:
            raise self._too_large(f"标记会超过 {MAX_MARKUP:,} 个")

    def _too_large(self, why: str) -> UnreadableDocument:
        reason = f"问题太多，审阅稿会大到无法读取（{why}）；请拆分后再审"
        return UnreadableDocument(self._source.name, reason)

    def _comments(
        self, findings: Sequence[Finding], rules: Mapping[str, Rule], marked: Sequence[Edit]
    ) -> tuple[PackageEdit, tuple[Finding, ...], int]:
        """The copy as changes to the package, the findings left without one, how many answered ones stay."""
        part = self._opened.target("comments")
        old = self._opened.read(part) if part else None
        known = list(comments_in(old.text)) if old else []
        answers = self._answered(known, findings)
        mine = earlier.ours(known, self._xml.text)
        gone = tuple(comment for comment in mine if comment.key not in answers.kept)
        keys = self._keys(known, gone)
        remarks, unplaced = [], []
        fixed = _places(marked)
        for finding in findings:
            if finding in answers.repeated:
                continue
            key = next(keys)
            if self._body.comment(key, finding.span):
                is_fixed = any(place in fixed for edit in finding.edits for place in _touched(edit))
                said = remark(finding, rules[finding.code], self._source, is_fixed)
                remarks.append(Remark(key, said))
            else:
                unplaced.append(finding)
        made = self._rewritten(part, old, gone, remarks)
        return made, tuple(unplaced), len(mine) - len(gone)

    def _answered(self, known: Sequence[Comment], findings: Sequence[Finding]) -> Answered:
        xml = self._opened.related(threads.KINDS[0])
        if xml is None:
            return Answered()
        answers = threads.answers(xml.text, known)
        return answered(answers, known, self._source, findings, self._body.covered)

    def _rewritten(
        self,
        part: str | None,
        old: XmlText | None,
        gone: Sequence[Comment],
        remarks: Sequence[Remark],
    ) -> PackageEdit:
        edit = PackageEdit(self._opened.package)
        splices = [
            *earlier.marks(self._xml.text, self._body.skeleton, gone),
            *self._body.splices(),
        ]
        if splices:
            text = spliced(self._xml.text, splices)
            edit.put(self._part, XmlText(text, self._xml.encoding).to_bytes())
        if not remarks and not gone:
            return edit
        if part is None or old is None:
            part = self._introduce(edit, part)
            old = XmlText(EMPTY.format(self._namespace))
        text = rewritten(old.text, self._namespace, gone, remarks, self._moment)
        edit.put(part, XmlText(text, old.encoding).to_bytes())
        for name, data in self._threads(gone):
            edit.put(name, data)
        return edit

    def _introduce(self, edit: PackageEdit, part: str | None) -> str:
        """Make a new comments part known to the package, and return its name."""
        if part is None:
            folder = posixpath.dirname(self._part)
            part = edit.free_name(posixpath.join(folder, "comments.xml"))
            is_strict = self._namespace == STRICT[1:-1]
            edit.relate(self._part, "comments", part, is_strict=is_strict)
        edit.declare(part, COMMENTS_TYPE)
        return part

    def _threads(self, gone: Sequence[Comment]) -> Iterator[tuple[str, bytes]]:
        held = {}
        for kind in threads.KINDS:
            part = self._opened.target(kind)
            xml = self._opened.read(part) if part else None
            if part and xml:
                held[part] = xml
        for name, text in threads.without(((n, xml.text) for n, xml in held.items()), gone):
            yield name, XmlText(text, held[name].encoding).to_bytes()

    def _keys(self, known: Iterable[Comment], gone: Iterable[Comment]) -> Iterator[int]:
        """The ids that neither a comment that stays nor a mark in the text has."""
        free = {comment.key for comment in gone}
        taken = {comment.key for comment in known} | earlier.used(self._xml.text)
        kept = taken - free
        return (key for key in count() if str(key) not in kept)

    def _proved(self, copy: bytes, marked: Sequence[Edit]) -> str:
        """The original text, read from the copy. Raises UnreadableDocument where the copy does not hold it."""
        source = self._source
        try:
            read = read_bytes(copy, source.name)
        except UnreadableDocument as fault:
            # The original was read: with all its comments and changes the copy would pass a limit.
            raise self._too_large(fault.reason) from None
        text = original(read)
        if read.text != storable(apply(source.text, marked)) or text != storable(original(source)):
            raise UnreadableDocument(
                source.name, "审阅稿的文字会与原文不同，没有写出；请用 Word 打开后另存为 .docx 再试"
            )
        return text


def _places(edits: Iterable[Edit]) -> set[int]:
    return {place for edit in edits for place in _touched(edit)}


def _touched(edit: Edit) -> range:
    """The characters of an edit, or the one before which it inserts."""
    return range(edit.span.start, max(edit.span.end, edit.span.start + 1))
