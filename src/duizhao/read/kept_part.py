"""A part that the text was read from and the typography will be read from."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from duizhao.office.xml import parse

KEPT_BYTES = 2_000_000
"""Parts up to this size are parsed once. A long statement has 600,000 bytes, and its tree 6 MB; the tree of a part that
passes all limits may have 150 MB, and is let go before the next one is built."""


@dataclass(slots=True)
class KeptPart:
    """The bytes of a part that was found to be XML, and its tree while it is kept."""

    data: bytes
    tree: etree._Element | None = None

    def root(self) -> etree._Element:
        """The root element, parsed again if the tree was let go."""
        return parse(self.data) if self.tree is None else self.tree

    def let_go_if_large(self) -> None:
        """Keep the tree only if it is of a usual size."""
        if len(self.data) > KEPT_BYTES:
            self.tree = None
