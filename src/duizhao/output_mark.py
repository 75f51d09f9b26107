"""The mark of what duizhao wrote: which kind of output, which version wrote it, whether it was changed since.

The mark is a line of words with a digest of the rest of the file. `office` puts it into packages, `files` into texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from duizhao.version import __version__

DIGEST_LENGTH = 16
WORDS = rf"duizhao (\S+) (\S+) ([0-9a-f]{{{DIGEST_LENGTH}}})"


class OutputKind(Enum):
    """What a file of ours is. The value is the Chinese word for it in the file."""

    REVIEWED_COPY = "审阅稿"
    TYPESET = "排版稿"
    LEDGER = "台账"
    FINDINGS = "检查结果"
    COMPARISON = "两稿对比"
    SCREENING = "相同段落"
    OPINION = "意见单"
    BASELINE = "基线"
    PROFILE = "活动模板"
    LIST = "名单"
    PAPER = "会议文书"

    @property
    def is_material(self) -> bool:
        """Is it a document of its author, to be checked as any other? All others are made about one."""
        return self is OutputKind.TYPESET


@dataclass(frozen=True, slots=True)
class OutputMark:
    """The mark that stands in a file. `is_changed`: is the file another than the one we wrote?"""

    kind: OutputKind
    version: str
    is_changed: bool

    @classmethod
    def from_words(cls, words: str, digest: str) -> OutputMark | None:
        """The mark in these words of a file with this digest now; None for other words."""
        found = re.fullmatch(WORDS, words.strip())
        if not found or found[2] not in {each.value for each in OutputKind}:
            return None
        return cls(OutputKind(found[2]), found[1], found[3] != digest)


def mark_words(kind: OutputKind, digest: str) -> str:
    """The words of the mark in a file that we write now."""
    return f"duizhao {__version__} {kind.value} {digest}"


def digest_of(*pieces: bytes) -> str:
    """The digest of the bytes, one piece after the other, as it stands in a mark."""
    # Imported here: a mere check does not wait for it.
    from hashlib import sha256

    made = sha256()
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()[:DIGEST_LENGTH]
