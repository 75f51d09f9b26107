"""Writes the table from Traditional to Simplified characters.

    python tools/build_simplified.py [--check]

For developers: it needs the dictionaries of OpenCC, which nothing uses at run time
(`pip install --no-deps opencc-python-reimplemented`). With --check nothing is written; exit 1 if stale.
"""

from __future__ import annotations

import sys
from importlib.metadata import distribution
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "src/duizhao/text/data/simplified.txt"
DICTIONARY = "opencc/dictionary/TSCharacters.txt"


def main(arguments: list[str]) -> int:
    """Write the table, or compare it with what would be written."""
    made = table(Path(str(distribution("opencc-python-reimplemented").locate_file(DICTIONARY))))
    if "--check" in arguments:
        return int(TABLE.read_text("utf-8") != made)
    TABLE.write_text(made, "utf-8")
    return 0


def table(dictionary: Path) -> str:
    """Two lines: the Traditional characters, and below each its Simplified one.

    Only what is one character of two bytes on both sides, so that a fold moves no other character. Of several
    Simplified characters the dictionary lists the most usual first.
    """
    pairs = []
    for line in dictionary.read_text("utf-8").splitlines():
        traditional, simplified = line.split("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == len(first) == 1 and traditional != first <= "\uffff" >= traditional:
            pairs.append((traditional, first))
    return "".join(f"{''.join(side)}\n" for side in zip(*sorted(pairs), strict=True))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
