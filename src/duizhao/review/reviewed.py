"""A Word file and what was found in it → the same file with comments and, if asked for, tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import count

from duizhao.errors import UnreadableDocument
from duizhao.lint import Finding, Rule
from duizhao.office.limits import MAX_MARKUP
from duizhao.office.wordml import STRICT, WORD
from duizhao.read.docx import read_docx
from duizhao.review import earlier, parts, threads
from duizhao.review.answered import Answered, answered
from duizhao.review.archive import with_parts
from duizhao.review.body import Body
from duizhao.review.changes import Changes, trimmed
from duizhao.review.comments import EMPTY, Comment, Remark, comments_in, rewritten
from duizhao.review.cuts import spliced
from duizhao.review.opened import Opened
from duizhao.review.ours import original
from duizhao.review.remark import remark
from duizhao.review.tags import Xml, held, prefixes, words
from duizhao.text import Edit, Source, apply

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
        self._opened = Opened(data, source.name)
        self._part = self._opened.main
        xml = self._opened.read(self._part)
        known = prefixes(xml.text, frozenset(WORDS)) if xml else None
        if xml is None or not known:
            raise UnreadableDocument(
                source.name, "正文的写法特殊，放不进批注；请用 Word 打开后另存为 .docx 再试"
            )
        self._xml = xml
        self._namespace = next(
            (each for each in (STRICT[1:-1],) if each in xml.text[:10_000]), WORD[1:-1]
        )
        names = words(xml.text, self._namespace)
        self._body = Body(xml.text, source, known, names)

    def write(
        self, findings: Sequence[Finding], rules: Mapping[str, Rule], edits: Iterable[Edit]
    ) -> Reviewed:
        """The copy, read again and compared."""
        marked, unmarked = self._mark(edits)
        new, unplaced, stay = self._comments(findings, rules, marked)
        copy = with_parts(self._data, new) if new else self._data
        # What it was made with would double the memory of reading it.
        del self._body, self._xml, self._opened, new
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
    ) -> tuple[dict[str, bytes], tuple[Finding, ...], int]:
        """The parts that change for the comments, the findings left without one, how many answered ones stay."""
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
        self, part: str | None, old: Xml | None, gone: Sequence[Comment], remarks: Sequence[Remark]
    ) -> dict[str, bytes]:
        splices = [
            *earlier.marks(self._xml.text, self._body.skeleton, gone),
            *self._body.splices(),
        ]
        made = {}
        if splices:
            text = spliced(self._xml.text, splices)
            made[self._part] = Xml(text, self._xml.encoding).bytes()
        if not remarks and not gone:
            return made
        if part is None or old is None:
            part, new = self._introduced(part)
            made |= new
            old = Xml(EMPTY.format(self._namespace), "utf-8")
        text = rewritten(old.text, self._namespace, gone, remarks, self._moment)
        made[part] = Xml(text, old.encoding).bytes()
        return made | dict(self._threads(gone))

    def _introduced(self, part: str | None) -> tuple[str, dict[str, bytes]]:
        """The name of a new comments part, and the parts that lead to it."""
        made = {}
        types = self._opened.read(parts.TYPES)
        if types is None:
            raise UnreadableDocument(
                self._source.name, "缺少内容类型表，文件不完整；请用 Word 打开后另存为 .docx 再试"
            )
        if part is None:
            part = parts.beside(self._part, "comments.xml", self._opened.package.names)
            place = parts.relations_of(self._part)
            found = self._opened.read(place) or Xml(parts.RELATIONS, "utf-8")
            kind = parts.KINDS[self._namespace == STRICT[1:-1]] + "comments"
            leaf = part.rpartition("/")[2]
            made[place] = Xml(parts.with_relation(found.text, kind, leaf), found.encoding).bytes()
        if f'"/{part}"'.lower() not in types.text.lower():
            text = parts.with_type(types.text, part, parts.COMMENTS_TYPE)
            made[parts.TYPES] = Xml(text, types.encoding).bytes()
        return part, made

    def _threads(self, gone: Sequence[Comment]) -> Iterator[tuple[str, bytes]]:
        held = {}
        for kind in threads.KINDS:
            part = self._opened.target(kind)
            xml = self._opened.read(part) if part else None
            if part and xml:
                held[part] = xml
        for name, text in threads.without(((n, xml.text) for n, xml in held.items()), gone):
            yield name, Xml(text, held[name].encoding).bytes()

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
            read = read_docx(BytesIO(copy), source.name)
        except UnreadableDocument as fault:
            # The original was read: with all its comments and changes the copy would pass a limit.
            raise self._too_large(fault.reason) from None
        text = original(read)
        if read.text != held(apply(source.text, marked)) or text != held(original(source)):
            raise UnreadableDocument(
                source.name, "审阅稿的文字会与原文不同，没有写出；请用 Word 打开后另存为 .docx 再试"
            )
        return text


def _places(edits: Iterable[Edit]) -> set[int]:
    return {place for edit in edits for place in _touched(edit)}


def _touched(edit: Edit) -> range:
    """The characters of an edit, or the one before which it inserts."""
    return range(edit.span.start, max(edit.span.end, edit.span.start + 1))
