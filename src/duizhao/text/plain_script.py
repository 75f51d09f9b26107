"""The text in which words are looked up: Simplified, no word cut by pinyin, as long as what was written."""

from __future__ import annotations

from duizhao.text.pinyin import ANCHORS, glossed_words, read_over
from duizhao.text.simplified import ONLY_TRADITIONAL, simplified

SIGNS = (*ONLY_TRADITIONAL, *ANCHORS)
"""The strings of which a text has one if it is not in plain script."""


def in_plain_script(text: str) -> str:
    """`text` itself, unless it has Traditional characters or pinyin in brackets."""
    words = glossed_words(text)
    return simplified(read_over(text, words) if words else text)
