"""Texts prepared for filing: the slow part, which needs no index, so that other threads and processes can do it."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from duizhao.reuse.model import DocumentLabel, Entry
from duizhao.reuse.winnow import Fingerprints, fingerprints

BATCH_TEXTS = 32
"""Texts that are fingerprinted together: more would leave the processor's cache."""

BATCHES_AHEAD = 64
"""Batches that are prepared while earlier ones are written."""


NO_LABEL = DocumentLabel()


@dataclass(frozen=True, slots=True)
class Filing:
    """A text to be filed, under a name and a label."""

    text: str
    name: str
    label: DocumentLabel = NO_LABEL


@dataclass(frozen=True, slots=True, eq=False)
class PreparedTexts:
    """Some texts as they are stored, with their numbers of characters and their fingerprints."""

    entries: tuple[Entry, ...]
    bodies: tuple[bytes, ...]
    lengths: tuple[int, ...]
    prints: Fingerprints


def prepare(filings: Sequence[Filing]) -> PreparedTexts:
    """Fingerprint some texts. Official wording of the shipped list is excluded."""
    texts = [each.text for each in filings]
    bodies = tuple(map(stored_bytes, texts))
    entries = tuple(
        Entry(_identity(body), each.name, each.label)
        for body, each in zip(bodies, filings, strict=True)
    )
    return PreparedTexts(entries, bodies, tuple(map(len, texts)), fingerprints(texts))


def prepare_all(filings: Iterable[Filing], jobs: int = 1) -> Iterator[PreparedTexts]:
    """Prepare any number of texts, `BATCH_TEXTS` at a time, in order; `jobs` counts the caller's thread too."""
    if jobs == 1:
        yield from map(prepare, batches(filings))
        return
    # Threads and not processes: numpy and the database let each other work, and handing texts over takes as long as
    # their fingerprints.
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: deque[Future[PreparedTexts]] = deque()
    with ThreadPoolExecutor(jobs - 1) as pool:
        for batch in batches(filings):
            waiting.append(pool.submit(prepare, batch))
            if len(waiting) > BATCHES_AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def batches(filings: Iterable[Filing]) -> Iterator[list[Filing]]:
    """Any number of texts, as many at a time as are fingerprinted fastest."""
    waiting = iter(filings)
    while batch := list(islice(waiting, BATCH_TEXTS)):
        yield batch


def stored_bytes(text: str) -> bytes:
    """The bytes that an index keeps of a text."""
    return text.encode("utf-16-le", "surrogatepass")


def identity(text: str) -> str:
    """The id of a document: equal for equal content."""
    return _identity(stored_bytes(text))


def _identity(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
