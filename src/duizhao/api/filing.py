"""Files statements in a screening index: reads them on all cores, and gives each its label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duizhao import read
from duizhao.api.batch import for_each_file
from duizhao.api.checker import Checker
from duizhao.api.labelling import Labeller
from duizhao.errors import UnreadableDocument
from duizhao.lint import Failure
from duizhao.reuse.index import Index
from duizhao.reuse.model import Entry, FilingResult
from duizhao.reuse.prepare import Filing, PreparedTexts, prepare
from duizhao.text.visible import names_decoded

COMMIT_FILES = 256
"""Files that share a commit: a stop loses no more than these."""


@dataclass(frozen=True, slots=True)
class _FilePreparer:
    """Reads one file and prepares it for filing; handed to other processes."""

    labeller: Labeller

    def __call__(self, path: Path, checker: Checker) -> PreparedTexts:
        source = read.read(path)
        if not source.text.strip():
            raise UnreadableDocument(path, "文件里没有文字")
        name = names_decoded(str(path))
        return prepare([Filing(source.text, name, self.labeller.label(source, checker))])


def prepare_paths(
    paths: Iterable[Path],
    checker: Checker,
    labeller: Labeller | None = None,
    *,
    jobs: int | None = None,
) -> Iterator[PreparedTexts | Failure]:
    """The texts of files and folders ready to be filed, in the order of the paths; a Failure for an unreadable file."""
    return for_each_file(paths, _FilePreparer(labeller or Labeller()), checker, jobs)


def file_paths(
    index: Index,
    paths: Iterable[Path],
    checker: Checker,
    labeller: Labeller | None = None,
    *,
    jobs: int | None = None,
    batch: int = COMMIT_FILES,
) -> Iterator[FilingResult | Failure]:
    """File the texts of files and folders; a file that cannot be read gives a Failure.

    Each result that is yielded is safely on the disk. Raises UnreadableDocument for a path that is not there.
    """
    failures: list[Failure] = []

    def prepared() -> Iterator[PreparedTexts]:
        for each in prepare_paths(paths, checker, labeller, jobs=jobs):
            if isinstance(each, Failure):
                failures.append(each)
            else:
                yield each

    for result in index.add_prepared(prepared(), batch):
        yield result
        yield from failures
        failures.clear()
    yield from failures


def outdated_entries(index: Index, filed: Sequence[Entry]) -> list[Entry]:
    """Entries of the same names as those just filed, with other content: filed before the file was changed."""
    current = {entry.id for entry in filed}
    names = {entry.name for entry in filed}
    return [each for each in index.entries() if each.name in names and each.id not in current]


def remove_outdated(index: Index, filed: Sequence[Entry]) -> list[Entry]:
    """Remove the outdated entries from the index, and return them. Raises DuizhaoError where a reader holds them."""
    old = outdated_entries(index, filed)
    index.remove_all(entry.id for entry in old)
    return old
