"""Texts made ready to be filed: what takes long and needs no index, so that other processes can do it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from duizhao.reuse.model import DocumentLabel, Entry
from duizhao.reuse.winnow import Fingerprints, fingerprints

TOGETHER = 32
"""Texts whose fingerprints are made in one go: more would leave the processor's cache."""

Filing = tuple[str, str, DocumentLabel]
"""A text, its name and its label."""


@dataclass(frozen=True, slots=True, eq=False)
class PreparedTexts:
    """Some texts as they are kept, with how many characters they have and their fingerprints."""

    entries: tuple[Entry, ...]
    bodies: tuple[bytes, ...]
    lengths: tuple[int, ...]
    prints: Fingerprints


def prepare(filings: Iterable[Filing]) -> PreparedTexts:
    """The fingerprints of some texts, with official wording of the shipped list left out."""
    texts, names, labels = zip(*filings, strict=True)
    bodies = tuple(map(body, texts))
    entries = tuple(map(Entry, map(_identity, bodies), names, labels))
    return PreparedTexts(entries, bodies, tuple(map(len, texts)), fingerprints(texts))


def together(filings: Iterable[Filing]) -> Iterator[list[Filing]]:
    """Any number of texts, as many at a time as are made ready fastest."""
    waiting = iter(filings)
    while some := list(islice(waiting, TOGETHER)):
        yield some


def body(text: str) -> bytes:
    """A text as it is kept."""
    return text.encode("utf-16-le", "surrogatepass")


def identity(text: str) -> str:
    """What a document is known by: the same content has the same."""
    return _identity(body(text))


def _identity(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
