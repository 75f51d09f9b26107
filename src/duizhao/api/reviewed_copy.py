"""Reviewed copies: Word files with the findings as comments and tracked changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from duizhao.api.batch import without_marks
from duizhao.api.checker import Checker, default_checker
from duizhao.api.outcome import apply_baseline, listed
from duizhao.api.output_file import write_original, write_output
from duizhao.api.put_aside import FindingKey, without_aside
from duizhao.errors import UnreadableDocument, Unwritable
from duizhao.lint import MAX_PER_RULE, CheckedSource, limited
from duizhao.output_mark import OutputKind
from duizhao.read import read_stream_with_package, read_with_package
from duizhao.text import Source
from duizhao.text.digest import digest

NO_COMMENTS_IN_PDF = "PDF 里放不了批注，审阅请用原来的 Word 文件；只看问题可用 duizhao check"
FORMATS_READ_DIRECTLY = frozenset(("docx", "txt", "md"))


@dataclass(frozen=True, slots=True)
class ReviewedCopy:
    """A reviewed copy as the bytes of a .docx, and what was found.

    `before` and `after` are the digests of the text of the file and of the copy with our changes refused. They differ
    only if a text file holds characters that no Word file can hold.
    `answered` counts the comments of an earlier review that stay because people have answered them, `unplaced` the
    findings without a comment, `unmarked` the fixes that found no place in the document.
    """

    checked: CheckedSource
    data: bytes
    before: str
    after: str
    comments: int
    changes: int
    unplaced: int
    unmarked: int
    answered: int = 0

    @property
    def is_converted(self) -> bool:
        """Is it a copy of what LibreOffice made of an older format?"""
        return self.checked.source.format not in FORMATS_READ_DIRECTLY


def review_file(
    path: Path,
    checker: Checker | None = None,
    *,
    fix: bool = False,
    moment: datetime | None = None,
    is_marked: bool = True,
) -> ReviewedCopy:
    """The reviewed copy of a file, with certain fixes as tracked changes if `fix`; comments are dated `moment`.

    `is_marked`: does the copy carry our mark? One that takes the place of its original does not.
    Raises UnreadableDocument, or MissingTool where LibreOffice is needed to read the file.
    """
    source, package = read_with_package(path)
    return review_source(
        source, checker, package=package, fix=fix, moment=moment, is_marked=is_marked
    )


def review_stream(
    stream: BinaryIO,
    checker: Checker | None = None,
    *,
    fix: bool = False,
    moment: datetime | None = None,
) -> ReviewedCopy:
    """The reviewed copy of what a stream holds. Raises what `review_file` raises."""
    source, package = read_stream_with_package(stream)
    return review_source(source, checker, package=package, fix=fix, moment=moment)


def review_source(
    source: Source,
    checker: Checker | None = None,
    *,
    package: bytes | None = None,
    fix: bool = False,
    moment: datetime | None = None,
    is_marked: bool = True,
    author: str | None = None,
    aside: Collection[FindingKey] = (),
) -> ReviewedCopy:
    """The reviewed copy of a source and the package it was read from; None makes a plain one of its text.

    Comments and changes bear the name of the `author`, or of the author in the configuration. Findings whose keys are
    in `aside` are left out. `is_marked`: does the copy carry our mark?

    Raises UnreadableDocument for a PDF, which has no Word file to put comments into.
    """
    if source.format == "pdf":
        raise UnreadableDocument(source.name, NO_COMMENTS_IN_PDF)
    checker = checker or default_checker()
    from duizhao.office.marked_package import with_mark
    from duizhao.review import original, plain_docx, review, without_review

    before = digest(original(source))
    if package is None:
        package, source = plain_docx(source)
    bare = without_review(source, package)
    # Fixes are made of every finding, comments of those that are listed.
    every, _ = without_aside(
        checker.check(bare, most=None if fix else MAX_PER_RULE), aside, checker.by_code
    )
    found = listed(every, checker.config.listing)
    edits = checker.fix(bare, in_runs=True, found=found.findings).edits if fix else ()
    checked = _listed(found, checker)
    made = review(
        package,
        source,
        checked.findings,
        rules=checker.by_code,
        edits=edits,
        moment=moment or datetime.now(),
        author=author or checker.config.author,
        head=next((line for each in checked.readings for line in each.document.title), None),
    )
    return ReviewedCopy(
        checked=checked,
        data=with_mark(made.data, OutputKind.REVIEWED_COPY) if is_marked else made.data,
        before=before,
        after=digest(made.text),
        comments=made.comments,
        changes=made.changes,
        unplaced=len(made.unplaced),
        unmarked=len(made.unmarked),
        answered=made.answered,
    )


def _listed(found: CheckedSource, checker: Checker) -> CheckedSource:
    """What a report lists: at most so many findings of a rule, and none that the baseline knows."""
    listed = replace(found, findings=tuple(limited(found.findings, MAX_PER_RULE)))
    (outcome,) = apply_baseline([without_marks(listed)], checker.config.baseline)
    assert isinstance(outcome, CheckedSource)
    return outcome


@dataclass(frozen=True, slots=True)
class WrittenCopy:
    """A reviewed copy on the disk: its path, the backup of the file it replaced, the copy without its bytes.

    `is_original`: does it stand in the place of its original?
    """

    path: Path
    backup: Path | None
    copy: ReviewedCopy
    is_original: bool = False


def write_reviewed_copy(
    path: Path, checker: Checker, *, targets: Mapping[Path, Path], fix: bool = False
) -> WrittenCopy:
    """Review a file and write the copy where `targets` names; a target that is the file itself keeps a backup.

    Raises what reading raises, and Unwritable; nothing is written then.
    """
    target = targets[path]
    # The original stays what it is, a document to be checked.
    copy = review_file(path, checker, fix=fix, is_marked=target != path)
    if target == path:
        if copy.checked.source.format != "docx":
            raise Unwritable(f"{path}：不是 .docx，审阅稿不能写回原件；请用 -o 另写一份")
        written = write_original(path, copy.data)
    else:
        written = write_output(target, copy.data, OutputKind.REVIEWED_COPY, makes_folders=True)
    return WrittenCopy(target, written.backup, replace(copy, data=b""), is_original=target == path)
