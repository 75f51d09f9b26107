"""The strings that the parser looks for."""

from __future__ import annotations

from functools import cache

from duizhao.document import labels
from duizhao.document.frame import around_title, page_line, residue
from duizhao.document.numbering import enumeration, markers
from duizhao.text import Vocabulary
from duizhao.text.plain_script import SIGNS

OTHER_SCRIPT = "document.other-script"
"""Traditional characters and pinyin in brackets: a text with one is put into plain script before it is read."""

VOCABULARY: dict[str, tuple[str, ...]] = {
    "document.heading": markers.ANCHORS,
    "document.item": tuple(enumeration.ENUMERATORS),
    "document.head": around_title.ANCHORS,
    "document.residue": residue.ANCHORS,
    "document.part": labels.ANCHORS,
    "document.page": page_line.ANCHORS,
    OTHER_SCRIPT: SIGNS,
}


@cache
def vocabulary() -> Vocabulary:
    """VOCABULARY alone, prepared for texts that were not scanned before."""
    return Vocabulary(VOCABULARY)
