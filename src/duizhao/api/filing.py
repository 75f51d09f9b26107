"""Files statements in a screening index: reads them on all cores, and labels each by what is known of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from duizhao import read
from duizhao.api.checker import Checker
from duizhao.api.many import cores, for_each_file
from duizhao.api.one import plain_checker
from duizhao.lint import Failure
from duizhao.reuse.index import Index
from duizhao.reuse.labels import label_of_readings
from duizhao.reuse.model import DocumentKind, DocumentLabel, Entry
from duizhao.reuse.prepare import Filing, PreparedTexts, prepare, together
from duizhao.text import Source

BATCH = 256
"""Files that share a commit: a stop loses no more than these."""

AHEAD = 64
"""Batches of texts that are prepared while one is written."""

NOTHING_GIVEN = DocumentLabel(kind=DocumentKind.NOT_GIVEN)


def label_of(source: Source, checker: Checker | None = None) -> DocumentLabel:
    """The label of a text, as `label_of_readings` finds it in what the checker reads there."""
    return label_of_readings((checker or plain_checker()).readings(source))


@dataclass(frozen=True, slots=True)
class Labelling:
    """How a file gets its label: what is `given` for all, else what is `listed` for its name, else its own words."""

    given: DocumentLabel = NOTHING_GIVEN
    listed: Mapping[str, DocumentLabel] = field(default_factory=dict)

    def label(self, checker: Checker, source: Source) -> DocumentLabel:
        """The label of a text. A template is nobody's, whatever name stands below it."""
        name = Path(source.name).name
        known = _over(self.given, self.listed.get(name, NOTHING_GIVEN))
        if known.kind == DocumentKind.TEMPLATE:
            return known
        kind = known.kind or DocumentKind.STATEMENT
        return replace(_over(known, label_of(source, checker)), kind=kind)


def _over(first: DocumentLabel, second: DocumentLabel) -> DocumentLabel:
    """The fields of `first`, and where they are empty those of `second`."""
    return DocumentLabel(
        first.person or second.person,
        first.unit or second.unit,
        first.year or second.year,
        first.campaign or second.campaign,
        first.kind or second.kind,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one file and makes it ready; handed to other processes."""

    labelling: Labelling

    def __call__(self, checker: Checker, path: Path) -> PreparedTexts:
        source = read.read(path)
        return prepare([(source.text, str(path), self.labelling.label(checker, source))])


def file_texts(
    index: Index, texts: Iterable[Filing], *, jobs: int | None = None
) -> Iterator[tuple[Entry, bool]]:
    """File many texts (text, name, label) on all cores, as `ScreenIndex.add_all` does on one."""
    workers = (jobs or cores()) - 1
    some = together(texts)
    return index.file(_ahead(some, workers) if workers else map(prepare, some))


def _ahead(some: Iterable[list[Filing]], workers: int) -> Iterator[PreparedTexts]:
    """Texts made ready while those before them are filed."""
    # Threads and not processes: numpy and the database let each other work, and handing texts over takes as long as
    # their fingerprints.
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: deque[Future[PreparedTexts]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for each in some:
            waiting.append(pool.submit(prepare, each))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def file_paths(
    index: Index,
    paths: Iterable[Path],
    checker: Checker,
    labelling: Labelling | None = None,
    *,
    jobs: int | None = None,
    batch: int = BATCH,
) -> Iterator[tuple[Entry, bool] | Failure]:
    """File the texts of files and folders, and say of each whether it is new; a file that cannot be read is a Failure.

    What is yielded is safely on the disk. Raises UnreadableDocument for a path that is not there.
    """
    failures: list[Failure] = []

    def prepared() -> Iterator[PreparedTexts]:
        for each in for_each_file(paths, checker, _Reading(labelling or Labelling()), jobs):
            if isinstance(each, Failure):
                failures.append(each)
            else:
                yield each

    for filed in index.file(prepared(), batch):
        yield filed
        yield from failures
        failures.clear()
    yield from failures


def outdated(index: Index, filed: Sequence[Entry]) -> list[Entry]:
    """What the index has under the names of these entries with other content: filed before the file was changed."""
    current = {entry.id for entry in filed}
    names = {entry.name for entry in filed}
    return [each for each in index.entries() if each.name in names and each.id not in current]


def replaced(index: Index, filed: Sequence[Entry]) -> list[Entry]:
    """Take out of the index what is `outdated`, and return it. Raises DuizhaoError where somebody still reads it."""
    old = outdated(index, filed)
    index.remove_all(entry.id for entry in old)
    return old
