"""The table of contents near the beginning of a text."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.frame.opening import LONGEST_TITLE
from duizhao.document.lines import Line
from duizhao.document.nodes import Residue, ResidueKind
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CONTENTS = LazyPattern("目[ 　]*[录錄次]")
CONTENTS_ENTRY = LazyPattern(".{0,60}?(?:[.．…·・—_\\-]{2,}|[ 　\t]+)[（(]?[0-9]{1,3}[)）]?")


def read_contents(text: str, blocks: Sequence[Line]) -> tuple[Residue | None, int, int]:
    """A table of contents near the beginning as residue, with the range of its blocks."""
    for at, (start, end) in enumerate(blocks[:8]):
        if end - start <= 6 and CONTENTS.fullmatch(text, start, end):
            after = _after_entries(text, blocks, at + 1)
            return Residue(Span(start, blocks[after - 1][1]), ResidueKind.NOTICE), at, after
    return None, 0, 0


def _after_entries(text: str, blocks: Sequence[Line], at: int) -> int:
    later: dict[str, int] = {}
    for number, (start, end) in enumerate(blocks):
        if end - start <= LONGEST_TITLE:
            later[text[start:end]] = number
    while at < len(blocks):
        start, end = blocks[at]
        line = text[start:end]
        if end - start > LONGEST_TITLE:
            break
        if not CONTENTS_ENTRY.fullmatch(line) and later.get(line, at) == at:
            break
        at += 1
    return at
