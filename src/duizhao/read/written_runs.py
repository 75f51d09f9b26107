"""The runs of a part as its bytes write them, so that walks over the tree need not enter the usual run.

The usual run has properties without content and one text: most runs of a document, and five of six of its elements.
The usual paragraph has nothing but properties and such runs, and no walk needs to enter it at all: to reach an element
of the tree takes longer than to match it in the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from duizhao.office.wordml import STRICT, WORD

WrittenRun = tuple[bytes, bytes, bytes]
"""A usual run, its properties and its text; no text stands for a run of another shape, which the tree describes."""


class WrittenParagraph(NamedTuple):
    """The content of the w:pPr of a usual paragraph, and its runs; no runs stand for one that the tree describes."""

    properties: bytes
    runs: Sequence[WrittenRun]


MAX_KEPT = 1000
"""Properties as written that a walk keeps with what they were read as; a document has a few dozen. In a file in which
no two paragraphs are set alike, more would only fill memory."""
UNUSUAL: WrittenRun = (b"", b"", b"")
END: WrittenRun = (b"end", b"", b"")
"""Compared by identity; a walk that meets more runs than there are takes it for an unusual one."""
UNUSUAL_PARAGRAPH = WrittenParagraph(b"", ())
END_OF_PARAGRAPHS = WrittenParagraph(b"end", ())
"""As `END`."""
MARKS = rb"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd) [^<>]*/>)*"
"""Empty elements between runs that no walk reads."""
RUN = re.compile(
    rb"(<w:r(?:(?: [^<]*)?>(?:<w:rPr>((?:<[^<]*/>)*)</w:rPr>)?"
    # Blanks at the end of a text, and at the start of one that does not preserve them, are for the tree to judge.
    rb'<w:t(?: xml:space="preserve">|>(?!\s))([^<&\r\n]+)(?<!\s)</w:t></w:r>'
    + MARKS
    + rb"|(?=[\s/>])))"
)
"""Any run with the marks behind it; the inner groups match only in a usual one."""
PARAGRAPH = re.compile(rb"<w:p(?=[\s/>])")
USUAL_HEAD = re.compile(rb"<w:p(?: [^<>]*[^<>/])?>(?:<w:pPr>(.*)</w:pPr>)?" + MARKS, re.DOTALL)
"""What a usual paragraph has before its runs."""
DECLARED = re.compile(rb"""xmlns:w\s*=\s*(?:"([^"]*)"|'([^']*)')""")
NAMESPACES = frozenset(name[1:-1].encode() for name in (WORD, STRICT))


class WrittenPart(NamedTuple):
    """All paragraphs of a part, and the runs that are in no usual one, both in document order."""

    paragraphs: Sequence[WrittenParagraph] = ()
    runs: Sequence[WrittenRun] = ()


NOTHING_WRITTEN = WrittenPart()


class WrittenRuns:
    """What a part holds as it is written, for a walk that meets each w:p once, and each w:r that is in no usual one.

    The walk takes the next one at each of them. If it does not meet all of them, because they stand where it does not
    go or have another prefix, it was misled: `is_done` is false at its end then, and it must be repeated without them.
    """

    def __init__(self, part: WrittenPart = NOTHING_WRITTEN) -> None:
        paragraphs, runs = chain(part.paragraphs, (END_OF_PARAGRAPHS,)), chain(part.runs, (END,))
        self.take: Callable[[], WrittenRun] = partial(next, runs, UNUSUAL)
        """The next run; without runs an unusual one."""
        self.take_paragraph: Callable[[], WrittenParagraph] = partial(
            next, paragraphs, UNUSUAL_PARAGRAPH
        )
        """The next paragraph; without paragraphs an unusual one."""

    @property
    def is_done(self) -> bool:
        """Was each paragraph and run taken, and no more than there are?"""
        return self.take() is END and self.take_paragraph() is END_OF_PARAGRAPHS


def written_part(data: bytes) -> WrittenPart | None:
    """What `data` holds, a part that was found to be XML; None if prefixes alone do not identify its tags."""
    declared = DECLARED.findall(data)
    if len(declared) != 1 or NAMESPACES.isdisjoint(declared[0]):
        return None
    # Comments, CDATA and instructions may hold what looks like a tag.
    if _has(data, b"<!") or _has(data, b"<?", 5):
        return None
    paragraphs: list[WrittenParagraph] = []
    others: list[WrittenRun] = []
    for piece in data.split(b"</w:p>"):
        runs = RUN.findall(piece)
        head = _before_runs(piece, runs)
        starts = [start.start() for start in PARAGRAPH.finditer(piece if head is None else head)]
        # Those that began before the last one hold it, in a text box, or were empty.
        paragraphs += [UNUSUAL_PARAGRAPH] * len(starts)
        usual = USUAL_HEAD.fullmatch(head, starts[-1]) if starts and head is not None else None
        if usual:
            paragraphs[-1] = WrittenParagraph(usual[1] or b"", runs)
        else:
            others += runs
    return WrittenPart(paragraphs, others)


def _before_runs(piece: bytes, runs: Sequence[WrittenRun]) -> bytes | None:
    """What stands before usual runs that a piece ends in, one behind another; None if it does not end so."""
    whole = b"".join([run for run, _, _ in runs])
    return piece[: -len(whole)] if whole and piece.endswith(whole) else None


def _has(data: bytes, opening: bytes, start: int = 0) -> bool:
    """Does a tag open so behind `start`? Its second character is rare, and quicker to look for."""
    return data.find(opening[1:], start) >= 0 and data.find(opening, start) >= 0
