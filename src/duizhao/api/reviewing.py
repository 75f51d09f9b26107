"""Reviewed copies: a file checked, and its findings put into a Word file as comments and tracked changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from duizhao.api.checker import Checker
from duizhao.api.many import lightened
from duizhao.api.outcome import without_known
from duizhao.errors import Unwritable
from duizhao.files import write_in_place, write_whole
from duizhao.lint import MAX_PER_RULE, CheckedSource, limited
from duizhao.read import read_stream_with_package, read_with_package
from duizhao.text import Source
from duizhao.text.digest import digest

WITHOUT_CONVERSION = frozenset(("docx", "txt", "md"))


@dataclass(frozen=True, slots=True)
class ReviewedCopy:
    """A reviewed copy as the bytes of a .docx, and what was found.

    `before` and `after` are the digests of the text as it was read from the file and, with our changes refused, from
    the copy: they differ only where a text file holds characters that no Word file can hold.
    `answered` counts the comments of an earlier review that stay because people have answered them,
    `unplaced` the findings without a comment, `unmarked` the fixes left out for lack of a place in the document.
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
        """Is the file under it one that LibreOffice made of an older format?"""
        return self.checked.source.format not in WITHOUT_CONVERSION


@dataclass(frozen=True, slots=True)
class Reviewing:
    """How to review: with certain fixes as tracked changes or not; `moment` is what the comments are dated."""

    fix: bool = False
    moment: datetime | None = None

    def __call__(self, checker: Checker, path: Path) -> ReviewedCopy:
        """The reviewed copy of the file at `path`. Raises UnreadableDocument, or MissingTool without LibreOffice."""
        return self.copy(checker, *read_with_package(path))

    def of_stream(self, checker: Checker, stream: BinaryIO) -> ReviewedCopy:
        """The reviewed copy of what is piped in. Raises what reading a file raises."""
        return self.copy(checker, *read_stream_with_package(stream))

    def copy(self, checker: Checker, source: Source, package: bytes | None) -> ReviewedCopy:
        """The reviewed copy of a source and the package it was read from; None makes a plain one of its text."""
        from duizhao import review

        before = digest(review.original(source))
        if package is None:
            package, source = review.plain(source)
        plain = review.without_ours(source, package)
        # Fixes are made of every finding, comments of those that are listed.
        found = checker.check(plain, most=None if self.fix else MAX_PER_RULE)
        edits = checker.fix(plain, in_runs=True, found=found.findings).edits if self.fix else ()
        checked = _listed(checker, found)
        moment = self.moment or datetime.now()
        made = review.review(package, source, checked.findings, checker.by_code, edits, moment)
        return ReviewedCopy(
            checked,
            made.data,
            before,
            digest(made.text),
            made.comments,
            made.changes,
            len(made.unplaced),
            len(made.unmarked),
            made.answered,
        )


def _listed(checker: Checker, found: CheckedSource) -> CheckedSource:
    """What was found as a report lists it: so many of a rule's findings, and none that the baseline knows."""
    listed = replace(found, findings=tuple(limited(found.findings, MAX_PER_RULE)))
    (outcome,) = without_known([lightened(listed)], checker.config.baseline)
    assert isinstance(outcome, CheckedSource)
    return outcome


@dataclass(frozen=True, slots=True)
class Copied:
    """A reviewed copy that was written: where, what became of the file it replaced, and the copy without its bytes."""

    path: Path
    backup: Path | None
    copy: ReviewedCopy


@dataclass(frozen=True, slots=True)
class Copying:
    """Reviews files and writes each copy where `targets` says; a target that is the file itself keeps a backup."""

    reviewing: Reviewing
    targets: Mapping[Path, Path]

    def __call__(self, checker: Checker, path: Path) -> Copied:
        """Raises what reading raises, and Unwritable; nothing is written then."""
        target = self.targets[path]
        copy = self.reviewing(checker, path)
        backup = None
        if target == path:
            if copy.checked.source.format != "docx":
                raise Unwritable(f"{path}：不是 .docx，审阅稿不能写回原件；请用 -o 另写一份")
            backup = write_in_place(path, copy.data)
        else:
            _make_folder(target.parent)
            write_whole(target, copy.data)
        return Copied(target, backup, replace(copy, data=b""))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Unwritable(f"{folder}：建不了这个文件夹（{fault.strerror}），请换一个位置") from fault
