"""The runs of a part as its bytes write them, so that walks over the tree need not enter the usual run.

The usual run has properties without content and one text: most runs of a document, and five of six of its elements.
To reach an element of the tree takes longer than to match it in the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain

from duizhao.office.wordml import STRICT, WORD

WrittenRun = tuple[bytes, bytes]
"""The properties and the text of a usual run; no text stands for a run of another shape, which the tree describes."""

UNUSUAL: WrittenRun = (b"", b"")
END: WrittenRun = (b"end", b"")
"""Compared by identity; a walk that meets more runs than there are takes it for an unusual one."""
RUN = re.compile(
    rb"<w:r(?:(?: [^<]*)?>(?:<w:rPr>((?:<[^<]*/>)*)</w:rPr>)?"
    # Blanks at the end of a text, and at the start of one that does not preserve them, are for the tree to judge.
    rb'<w:t(?: xml:space="preserve">|>(?!\s))([^<&\r]+)(?<!\s)</w:t></w:r>|(?=[\s/>]))'
)
"""Any run; the groups match only in a usual one."""
DECLARED = re.compile(rb"""xmlns:w\s*=\s*(?:"([^"]*)"|'([^']*)')""")
NAMESPACES = frozenset(name[1:-1].encode() for name in (WORD, STRICT))


class WrittenRuns:
    """All runs of a part in document order, for a walk that meets each w:r once.

    The walk takes the next one at each w:r. If it does not meet all of them, because they stand where it does not go or
    have another prefix, it was misled: `is_done` is false at its end then, and it must be repeated without them.
    """

    def __init__(self, runs: Iterable[WrittenRun] = ()) -> None:
        left = chain(runs, (END,))
        self.take: Callable[[], WrittenRun] = partial(next, left, UNUSUAL)
        """The next run; without runs an unusual one."""

    @property
    def is_done(self) -> bool:
        """Was each run taken, and no more than there are?"""
        return self.take() is END


def written_runs(data: bytes) -> list[WrittenRun] | None:
    """The runs in `data`, a part that was found to be XML; None if prefixes alone do not identify its tags."""
    declared = DECLARED.findall(data)
    if len(declared) != 1 or NAMESPACES.isdisjoint(declared[0]):
        return None
    # Comments, CDATA and instructions may hold what looks like a tag.
    if b"<!" in data or data.find(b"<?", 5) >= 0:
        return None
    return RUN.findall(data)
