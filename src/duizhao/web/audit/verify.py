"""Whether the audit still is as it was written."""

from __future__ import annotations

from dataclasses import dataclass

from duizhao.errors import DuizhaoError
from duizhao.web.audit import words
from duizhao.web.audit.models import HASH_CHARACTERS, AuditEntry

READ_AT_ONCE = 2_000
HEXADECIMAL = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The last entry at one time, by number and hash. Kept elsewhere, it shows whether the end was cut off."""

    number: int
    hash: str

    @classmethod
    def from_text(cls, text: str) -> AuditHead:
        """Of `N:HASH`, as the program prints it. Raises DuizhaoError."""
        number, _, written = text.strip().partition(":")
        kept = written.strip().lower()
        if not number.isdecimal() or len(kept) != HASH_CHARACTERS or set(kept) - HEXADECIMAL:
            raise DuizhaoError("校验码要和上次写出的一样，序号在前，如 12:3fa9…")
        return cls(int(number), kept)

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True, slots=True)
class AuditState:
    """What a look through the whole chain has found: how many entries, the head, and what is wrong."""

    count: int
    head: AuditHead | None
    faults: tuple[str, ...]


def current_head() -> AuditHead | None:
    """The last entry; None while there is none."""
    last = AuditEntry.objects.order_by("-number").first()
    return AuditHead(last.number, last.hash) if last else None


def verify(kept: AuditHead | None = None) -> AuditState:
    """Compute the chain anew. `kept` is a head that was kept elsewhere: the chain must still lead through it."""
    count, number, before, faults = 0, 0, "", []
    for entry in AuditEntry.objects.order_by("number").iterator(READ_AT_ONCE):
        if entry.number != number + 1:
            faults.append(words.missing(number + 1, entry.number - 1))
        elif entry.previous != before:
            faults.append(words.not_joined(entry.number))
        if entry.hash != entry.expected_hash():
            faults.append(words.content_differs(entry.number))
        if kept and kept.number == entry.number and kept.hash != entry.hash:
            faults.append(words.head_differs(entry.number))
        count, number, before = count + 1, entry.number, entry.hash
    if kept and kept.number > number:
        faults.append(words.cut_off(number + 1, kept.number))
    return AuditState(count, AuditHead(number, before) if count else None, tuple(faults))
