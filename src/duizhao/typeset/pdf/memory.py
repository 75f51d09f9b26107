"""What memory a plan takes while it is set, estimated so that too much of it is refused before the work.

Measured with typst 0.15, as what a whole run of the program holds at most; each figure in kilobytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.errors import UnreadableDocument
from duizhao.typeset.block import Block
from duizhao.typeset.pdf.breaks import pieces

PARAGRAPH = 45
PAGE = 45
"""A page that a paragraph begins, beside the paragraph."""
RUN = 2
PIECE = 4.5
"""What stands between two places where a line may, or must, break that the typesetter does not know by itself."""
WORD = 1
"""Letters or digits among Chinese: other fonts, another script."""
CHARACTER = 0.45

MOST = 280_000
"""A long statement of 10,000 characters takes 20,000; the program itself holds 75,000 more."""

KEPT = 25_000
"""The typesetter keeps what it has made of ten documents, to be quick on the next; of larger ones that is too much."""

WORDS = re.compile(
    r"[^\s\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)


def needed(blocks: Sequence[Block]) -> float:
    """Kilobytes for a plan; not more than a first estimate where that alone is too much."""
    first = PARAGRAPH * len(blocks)
    return first if first > MOST else first + sum(map(_inside, blocks))


def refuse(blocks: Sequence[Block], kilobytes: float, name: str) -> UnreadableDocument:
    """What is said, under the `name` given, of a plan that would take more memory than is promised."""
    characters = sum(len(block.text) for block in blocks)
    return UnreadableDocument(
        name,
        f"共 {len(blocks):,} 段 {characters:,} 字，排成 PDF 要占内存约 {kilobytes / 1000:,.0f} MB，"
        f"超过上限 {MOST // 1000} MB；请拆分后再排",
    )


def _inside(block: Block) -> float:
    """What a block takes beside being one."""
    texts = [run.text for run in block.runs if run.text]
    return (
        PAGE * block.new_page
        + RUN * (len(texts) - 1)
        + PIECE * sum(len(pieces(text)) - 1 for text in texts)
        + WORD * sum(map(_words, texts))
        + CHARACTER * sum(map(len, texts))
    )


def _words(text: str) -> int:
    return len(WORDS.findall(text))
