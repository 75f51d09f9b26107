"""An index of texts: file them, take them out, and find out which of them share passages with a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path

import numpy as np

from duizhao.errors import DuizhaoError
from duizhao.reuse.candidates import Candidates, Pairing, candidates
from duizhao.reuse.catalogue import Catalogue
from duizhao.reuse.common_wording import MAX_DF_SHARE, common_spans, max_df
from duizhao.reuse.compare import ComparedText, compared_text, matches, seeds
from duizhao.reuse.excluded_spans import excluded_spans
from duizhao.reuse.join import MapFunction, Verifier, join, verify_pair
from duizhao.reuse.lookup import Candidate, SharedFingerprints, look_up
from duizhao.reuse.model import (
    DocumentLabel,
    Entry,
    ExcludedSpan,
    FilingResult,
    JoinResult,
    Match,
    Pair,
    ScreenResult,
    Stats,
    rank,
)
from duizhao.reuse.official import official_wording
from duizhao.reuse.prepare import Filing, PreparedTexts, identity, prepare, prepare_all
from duizhao.reuse.segment import MAX_PARTS, Segment, merge, segment, without, write
from duizhao.reuse.winnow import all_grams, fingerprints

COMMIT_TEXTS = 1024
"""Texts that share a commit: writing through to the disk takes longer than all the rest."""

COMMIT_CHARACTERS = 1 << 25
"""Characters after which a commit is due in any case, which bounds the memory of adding."""

JOIN_MEMORY = 1 << 29
"""Bytes that a join may use, besides its result."""

MAX_COMPARED = 50
"""Documents that a check compares with at most, those first that share most."""

Finder = Callable[..., AbstractContextManager[Candidates]]


class Index:
    """An open index, to be closed after use or used in a `with`. One thread may use it at a time."""

    def __init__(
        self,
        folder: Path,
        wording: Mapping[str, Iterable[str]] | None = None,
        *,
        common_share: float = MAX_DF_SHARE,
        create: bool = True,
    ) -> None:
        """Open or, with `create`, make the index in `folder`. Raises Unwritable, DuizhaoError.

        `wording` maps sources of a unit's own to phrases that do not count either.
        """
        own = {source: tuple(phrases) for source, phrases in (wording or {}).items()}
        self.wording = official_wording(own)
        self._own_wording = own
        self._own = all_grams(phrase for phrases in own.values() for phrase in phrases)
        self.common_share = common_share
        self.catalogue = Catalogue(folder, create=create)

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.catalogue.close()

    def add(self, text: str, name: str, label: DocumentLabel | None = None) -> FilingResult:
        """File one text; it is safely on the disk on return. The same content twice is one entry."""
        (result,) = self._file([prepare([Filing(text, name, label or DocumentLabel())])])
        return result

    def add_all(
        self, filings: Iterable[Filing], *, jobs: int = 1, batch: int = COMMIT_TEXTS
    ) -> Iterator[FilingResult]:
        """File many texts, `jobs` threads at work; each result that is yielded is safely on the disk."""
        return self.add_prepared(prepare_all(filings, jobs), batch)

    def add_prepared(
        self, prepared: Iterable[PreparedTexts], batch: int = COMMIT_TEXTS
    ) -> Iterator[FilingResult]:
        """File texts that are fingerprinted already, about `batch` at a time."""
        waiting: list[PreparedTexts] = []
        texts = characters = 0
        for each in prepared:
            waiting.append(each)
            texts += len(each.entries)
            characters += sum(each.lengths)
            if texts >= batch or characters >= COMMIT_CHARACTERS:
                yield from self._file(waiting)
                waiting, texts, characters = [], 0, 0
        if waiting:
            yield from self._file(waiting)

    def _file(self, prepared: Sequence[PreparedTexts]) -> list[FilingResult]:
        with self._rewriting():
            results: list[FilingResult] = []
            prints = []
            for each in prepared:
                numbers = [
                    self.catalogue.file_text(entry, body)
                    for entry, body in zip(each.entries, each.bodies, strict=True)
                ]
                results += map(self._result, each.entries, numbers)
                # NumPy 1 on Windows makes 32 bits of integers whose width is not named.
                lengths = np.array(each.lengths, np.int64)
                filed_as = np.array([-1 if each is None else each for each in numbers], np.int64)
                prints.append((each.prints, filed_as, lengths))
            self._grow(segment(prints))
        return results

    def _result(self, entry: Entry, number: int | None) -> FilingResult:
        known = self.catalogue.entry(entry.id) if number is None else None
        return FilingResult(known[1], is_new=False) if known else FilingResult(entry, is_new=True)

    def _grow(self, new: Segment) -> None:
        """Add a segment, merged with those before it that are not much larger: there are never many small ones."""
        if not len(new.keys):
            return
        adjacent = [new]
        parts = len(new.documents)
        for one in reversed(self.catalogue.segments()):
            if len(one.documents) > 2 * parts or parts + len(one.documents) > MAX_PARTS:
                break
            adjacent.insert(0, one)
            parts += len(one.documents)
        for one in adjacent[:-1]:
            self.catalogue.forget(one)
        self._put(merge(adjacent) if len(adjacent) > 1 else new)

    def _put(self, one: Segment) -> None:
        if len(one.keys):
            write(self.catalogue.folder, one)
            self.catalogue.register(one)

    @contextmanager
    def _rewriting(self) -> Iterator[None]:
        """Write, and delete the files that the catalogue does not name before or after."""
        with self.catalogue.writing():
            orphans = self.catalogue.orphans()
            yield
            orphans += self.catalogue.orphans()
        for path in orphans:
            # Where a reader still has a file open, the next writer deletes it.
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def remove(self, id: str) -> None:
        """Take a document out, text and all. Raises DuizhaoError where it is unknown or a reader still holds it."""
        self.remove_all([id])

    def remove_all(self, ids: Iterable[str]) -> None:
        """Take documents out, as `remove` does: all of them or, where one is unknown, none."""
        with self._rewriting():
            numbers = {self._number(id) for id in ids}
            self._take_out(numbers)
        if numbers and not self.catalogue.scrub():
            raise DuizhaoError(
                "文档已移出，但有程序正在读索引，原文尚未抹净；请关闭后再打开一次索引"
            )

    def _take_out(self, numbers: Set[int]) -> None:
        for number in numbers:
            self.catalogue.delete(number)
        for one in self.catalogue.segments():
            if not numbers.isdisjoint(one.documents.tolist()):
                self.catalogue.forget(one)
                self._put(without(one, numbers))

    def entries(self) -> list[Entry]:
        """All documents, in the order they were added."""
        return list(self.catalogue.entries().values())

    def stats(self) -> Stats:
        """How much the index holds, and its size."""
        segments = self.catalogue.segments()
        labels = [entry.label for entry in self.entries()]
        return Stats(
            documents=len(labels),
            kinds=Counter(each.kind for each in labels),
            years=Counter(each.year for each in labels),
            units=Counter(each.unit for each in labels),
            fingerprints=sum(len(each.keys) for each in segments),
            segments=len(segments),
            bytes=self.catalogue.size(),
            most_documents=self._max_df(),
        )

    def text(self, id: str) -> str:
        """A filed text, to the letter. Raises DuizhaoError for an unknown id."""
        return self.catalogue.text(self._number(id))

    def _number(self, id: str) -> int:
        found = self.catalogue.entry(id)
        if found is None:
            raise DuizhaoError(f"索引里没有编号为 {id} 的文档，请先列出再选")
        return found[0]

    def check(
        self, text: str, label: DocumentLabel | None = None, *, most: int = MAX_COMPARED
    ) -> ScreenResult:
        """The filed documents that share passages with `text`, most shared first; never the same content.

        At most `most` documents are compared, those with most shared fingerprints.
        """
        shared = self._look_up(text)
        left_out = self._left_out(text, shared)
        left = compared_text(text, Entry(identity(text), "", label or DocumentLabel()), left_out)
        near = shared.candidates()
        found = sorted(self._matches(left, near[:most]), key=rank)
        return ScreenResult(tuple(found), left.left_out, max(0, len(near) - most))

    def left_out(self, text: str) -> tuple[ExcludedSpan, ...]:
        """What does not count in a text: quotations, official wording, and what too many filed documents have."""
        return self._left_out(text, self._look_up(text))

    def _look_up(self, text: str) -> SharedFingerprints:
        prints = fingerprints((text,))
        return look_up(self.catalogue.segments(), prints, self._max_df(), self._own)

    def _left_out(self, text: str, shared: SharedFingerprints) -> tuple[ExcludedSpan, ...]:
        common = common_spans(shared.common, shared.frequencies, self.catalogue.count())
        return (*excluded_spans(text, self.wording), *common)

    def _max_df(self) -> int:
        return max_df(self.catalogue.count(), self.common_share)

    def join(
        self,
        *,
        memory: int = JOIN_MEMORY,
        engine: str | None = None,
        map_fn: MapFunction = map,
        only: Collection[str] | None = None,
    ) -> JoinResult:
        """All documents that share passages, as groups and pairs. About `memory` bytes are used, besides the result.

        With `only`, documents without one of these ids are not compared with each other. `engine` finds candidates in
        place of numpy: duckdb, local, local[n] or spark://host:port, where all machines see the index's folder.
        `map_fn` is `map`, or maps in several processes. The answer is the same.
        Raises UnknownName, MissingTool, DuizhaoError.
        """
        store = self.catalogue
        with _candidates_on(engine)(
            store.segments(), self._max_df(), memory, own=self._own, folder=store.folder
        ) as found:
            verifier = Verifier(store.folder, self._own_wording, found.common)
            wanted: Iterable[Pairing] = found
            if only is not None:
                numbers = {self._number(id) for id in only}
                wanted = (each for each in found if not numbers.isdisjoint(each[:2]))
            return join(wanted, verifier, store.count(), map_fn)

    def compare(self, left: str, right: str) -> Pair | None:
        """What two documents of the index share, given their ids; None where it is nothing. Raises DuizhaoError."""
        one, two = (self._compared_text(self._number(id)) for id in (left, right))
        return verify_pair(one, two, *seeds(one.code_points.text, two.code_points.text))

    def _compared_text(self, number: int) -> ComparedText:
        text = self.catalogue.text(number)
        entry = self.catalogue.entries([number])[number]
        return compared_text(text, entry, self.left_out(text))

    def _matches(self, left: ComparedText, near: Sequence[Candidate]) -> Iterator[Match]:
        entries = self.catalogue.entries(number for number, *_ in near)
        others = (
            (entry, (self.catalogue.text(number), here, there))
            for number, here, there in near
            if (entry := entries.get(number)) and entry.id != left.entry.id
        )
        return matches(left, others)


def _candidates_on(engine: str | None) -> Finder:
    if engine is None:
        return candidates
    # Imported here: it comes with extras that few have.
    from duizhao.reuse.scale.index_candidates import candidates_on

    return partial(candidates_on, engine)
