"""Writes the two-character words that Chinese texts of all kinds use most: that two points share one means nothing.

    python tools/build_frequent_words.py [--check]

Reads the word frequencies of jieba and writes frequent_words.txt in the folder of `duizhao.statement`. For developers:
jieba is not used at run time (`pip install --no-deps jieba`). With --check nothing is written; exit 1 if stale.
"""

from __future__ import annotations

import sys
from importlib.metadata import distribution
from pathlib import Path

from duizhao.statement.links.shared_words import RUN

PATH = Path(__file__).resolve().parent.parent / "src/duizhao/statement/links/frequent_words.txt"
FREQUENT = 1_500
"""Occurrences in jieba's corpus of some 60 million words."""
WORDS_IN_LINE = 38
HEAD = """\
# 常用二字词：两处都写到，不足为凭。
# 由 tools/build_frequent_words.py 生成，请勿手改。数据来源：jieba 0.42.1，见 NOTICE。
"""


def main() -> int:
    words = sorted(_frequent())
    lines = [" ".join(words[at : at + WORDS_IN_LINE]) for at in range(0, len(words), WORDS_IN_LINE)]
    text = HEAD + "\n".join(lines) + "\n"
    if PATH.exists() and PATH.read_text(encoding="utf-8") == text:
        return 0
    if "--check" in sys.argv:
        return 1
    PATH.write_text(text, encoding="utf-8", newline="\n")
    return 0


def _frequent() -> list[str]:
    """The frequent words of which a pair is made at all: of two characters, none of them a function word's."""
    source = Path(str(distribution("jieba").locate_file("jieba/dict.txt")))
    entries = (line.split() for line in source.read_text(encoding="utf-8").splitlines())
    return [
        word
        for word, frequency, *_ in entries
        if len(word) == 2 and int(frequency) >= FREQUENT and RUN.fullmatch(word)
    ]


if __name__ == "__main__":
    sys.exit(main())
