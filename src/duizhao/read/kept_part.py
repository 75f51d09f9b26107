"""A part that the text was read from and the typography will be read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from duizhao.office.xml import parse
from duizhao.read.written_runs import WrittenPart, WrittenRuns, written_part

KEPT_BYTES = 2_000_000
"""Parts up to this size are parsed once. A long statement has 600,000 bytes, and its tree 6 MB; the tree of a part that
passes all limits may have 150 MB, and is let go before the next one is built."""
KEPT_WRITTEN_BYTES = 6_000_000
"""Parts up to this size are matched once. What is matched takes at most three times as much as the part."""


@dataclass(slots=True)
class KeptPart:
    """The bytes of a part that was found to be XML, and its tree while it is kept."""

    data: bytes
    tree: etree._Element | None = None
    _written: WrittenPart | None = field(default=None, init=False)
    _is_matched: bool = field(default=False, init=False)

    def root(self) -> etree._Element:
        """The root element, parsed again if the tree was let go."""
        return parse(self.data) if self.tree is None else self.tree

    def runs(self) -> WrittenRuns | None:
        """What is in it as it is written, matched once in a part of this size; None if it is written unlike Word's."""
        written = self._written if self._is_matched else written_part(self.data)
        if len(self.data) <= KEPT_WRITTEN_BYTES:
            self._written, self._is_matched = written, True
        return None if written is None else WrittenRuns(written)

    def let_go_if_large(self) -> None:
        """Keep the tree only if it is of a usual size."""
        if len(self.data) > KEPT_BYTES:
            self.tree = None
